import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { ChangeUser, CreatedLink, Person, SaveUser } from '#contracts';
import { PeopleApi } from './people-api';
import { UserEditor } from './user-editor';

const ANA: Person = {
  id: 'u1',
  email: 'ana@example.com',
  name: 'Ana',
  active: true,
  presence: 'offline',
  createdAt: '2026-01-01T00:00:00Z',
  memberships: [{ websiteId: null, role: 'agent' }],
  lastSeenAt: null,
  joined: true,
  link: null,
};

describe('UserEditor', () => {
  function setup(api: Partial<PeopleApi> = {}) {
    const written: unknown[] = [];
    const defaults: Partial<PeopleApi> = {
      user: async () => ANA,
      createUser: async (user: SaveUser) => (written.push(user), ANA),
      changeUser: async (_: string, user: ChangeUser) => (written.push(user), { ...ANA, ...user } as Person),
    };
    TestBed.configureTestingModule({ providers: [UserEditor, { provide: PeopleApi, useValue: { ...defaults, ...api } }] });
    return { editor: TestBed.inject(UserEditor), written };
  }

  it('needs no password: whoever is invited chooses one', async () => {
    const { editor, written } = setup();
    expect(editor.form().valid()).toBe(false);
    editor.form.name().value.set('Ana');
    editor.form.email().value.set('ana@example.com');
    expect(await editor.save()).toBe(true);
    expect(written).toEqual([{ name: 'Ana', email: 'ana@example.com', memberships: [{ websiteId: null, role: 'agent' }] }]);
  });

  it('keeps input in the form when a link is made or the person is deactivated', async () => {
    const link: CreatedLink = { url: 'https://x/welcome#t', purpose: 'reset', expiresAt: '2026-01-04T00:00:00Z' };
    const { editor, written } = setup({ makeLink: async () => link, revokeLink: async () => undefined });
    await editor.open('u1');
    editor.form.name().value.set('Anna');
    expect(await editor.makeLink()).toBe(link);
    expect(editor.user()?.link).toEqual({ purpose: 'reset', expiresAt: link.expiresAt });
    await editor.revokeLink();
    expect(editor.user()?.link).toBeNull();
    await editor.deactivate(true);
    expect(written).toEqual([{ active: false, releaseHandoffs: true }]);
    expect(editor.user()).toMatchObject({ active: false, name: 'Ana' });
    expect(editor.form.name().value()).toBe('Anna');
    expect(editor.draft.changed()).toBe(true);
  });

  it('gives the first free website to a new role and refuses one website twice', () => {
    const { editor } = setup();
    editor.addRole(['w1', 'w2']);
    editor.addRole(['w1', 'w2']);
    expect(
      editor.form
        .memberships()
        .value()
        .map(({ websiteId }) => websiteId),
    ).toEqual(['', 'w1', 'w2']);
    editor.form.memberships[1]!.websiteId().value.set('w2');
    expect(editor.form.memberships().errors()[0]?.message).toBe('Name each website once');
    editor.removeRole(1);
    expect(editor.form.memberships().valid()).toBe(true);
  });

  it('sends only what was changed', async () => {
    const { editor, written } = setup();
    await editor.open('u1');
    editor.form.memberships[0]!.role().value.set('supervisor');
    await editor.save();
    expect(written).toEqual([{ memberships: [{ websiteId: null, role: 'supervisor' }] }]);
  });

  it('says at the address that it is taken, and above the form that the last admin must stay', async () => {
    const taken = { code: 'user.email_taken', detail: 'Taken', status: 409, errors: [{ path: 'email', message: 'is taken already' }] };
    const last = { code: 'user.last_admin', detail: 'This is the last administrator.', status: 409 };
    const answers = [taken, last];
    const { editor } = setup({ changeUser: async () => Promise.reject(new HttpErrorResponse({ status: 409, error: answers.shift() })) });
    await editor.open('u1');
    editor.form.email().value.set('bea@example.com');
    await editor.save();
    expect(editor.form.email().errors()[0]?.message).toBe('Is taken already');
    expect(editor.draft.problem()).toBeNull();
    editor.form.email().value.set('cara@example.com');
    await editor.save();
    expect(editor.draft.problem()?.detail).toBe('This is the last administrator.');
    expect(editor.form.email().value()).toBe('cara@example.com');
  });
});
