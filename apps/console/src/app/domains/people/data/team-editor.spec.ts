import { TestBed } from '@angular/core/testing';
import type { Person, SaveTeam, Team } from '#contracts';
import { PeopleApi } from './people-api';
import { TeamEditor } from './team-editor';

const person = (id: string, websiteId: string | null, active = true): Person => ({
  id,
  email: `${id}@example.com`,
  name: id,
  active,
  presence: 'offline',
  createdAt: '2026-01-01T00:00:00Z',
  memberships: [{ websiteId, role: 'agent' }],
  lastSeenAt: null,
  joined: true,
  link: null,
});
const ANA = person('ana', null);
const BEA = person('bea', 'w1');
const GONE = person('gone', null, false);

describe('TeamEditor', () => {
  function setup() {
    const written: unknown[] = [];
    const api: Partial<PeopleApi> = {
      team: async () => ({ id: 't1', name: 'Billing', websiteId: null, memberIds: ['gone', 'ana'] }),
      createTeam: async (team: SaveTeam) => (written.push(team), { ...team, id: 't2' } as Team),
      changeTeam: async (id: string, team: Partial<SaveTeam>) => (written.push(team), { ...team, id, websiteId: null } as Team),
    };
    TestBed.configureTestingModule({ providers: [TeamEditor, { provide: PeopleApi, useValue: api }] });
    return { editor: TestBed.inject(TeamEditor), written };
  }

  it('is for whoever works where the team does, and is there', () => {
    const { editor } = setup();
    const joining = () => [ANA, BEA, GONE].filter((each) => editor.mayJoin(each)).map(({ id }) => id);
    expect(joining()).toEqual(['ana', 'bea']);
    editor.form.websiteId().value.set('w2');
    expect(joining()).toEqual(['ana']);
  });

  it('sends only those who still fit', async () => {
    const { editor, written } = setup();
    editor.form.name().value.set(' Returns ');
    editor.include('bea', true);
    editor.include('ana', true);
    editor.form.websiteId().value.set('w2');
    expect(await editor.save([ANA, BEA])).toBe(true);
    await editor.open('t1');
    editor.form.name().value.set('Invoices');
    await editor.save([ANA, BEA, GONE]);
    expect(written).toEqual([
      { name: 'Returns', memberIds: ['ana'], websiteId: 'w2' },
      { name: 'Invoices', memberIds: ['ana'] },
    ]);
  });

  it('takes nobody taken out and in again for a change', async () => {
    const { editor } = setup();
    await editor.open('t1');
    editor.include('ana', false);
    expect(editor.draft.changed()).toBe(true);
    editor.include('ana', true);
    expect(editor.draft.changed()).toBe(false);
  });
});
