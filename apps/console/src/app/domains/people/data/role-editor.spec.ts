import { TestBed } from '@angular/core/testing';
import type { RoleInfo, SaveRole } from '#contracts';
import { SignedIn } from '../../../shell';
import { PeopleApi } from './people-api';
import { RoleEditor } from './role-editor';

const LEAD: RoleInfo = {
  id: 'r1',
  name: 'Lead',
  description: '',
  builtIn: false,
  permissions: ['handoff.view', 'handoff.assign', 'user.edit'],
  people: 2,
};

describe('RoleEditor', () => {
  function setup() {
    const written: unknown[] = [];
    const api: Partial<PeopleApi> = {
      role: async () => LEAD,
      createRole: async (role: SaveRole) => (written.push(role), { ...LEAD, ...role } as RoleInfo),
      changeRole: async (_: string, role: Partial<SaveRole>) => (written.push(role), { ...LEAD, ...role } as RoleInfo),
    };
    TestBed.configureTestingModule({
      providers: [RoleEditor, { provide: PeopleApi, useValue: api }, { provide: SignedIn, useValue: { can: () => true } }],
    });
    return { editor: TestBed.inject(RoleEditor), written };
  }

  it('needs a name and something that it may do', async () => {
    const { editor, written } = setup();
    expect(await editor.save()).toBe(false);
    expect(editor.form.name().errors()[0]?.message).toBe('Give the role a name');
    expect(editor.form.permissions().errors()[0]?.message).toBe('Choose what it may do');
    expect(written).toEqual([]);
  });

  it('does not take a permission that was taken out and in again for a change', async () => {
    const { editor } = setup();
    await editor.open('r1');
    editor.allow('handoff.assign', false);
    expect(editor.draft.changed()).toBe(true);
    editor.allow('handoff.assign', true);
    expect(editor.draft.changed()).toBe(false);
  });

  it('begins like another one, without what one may not give', async () => {
    const { editor, written } = setup();
    await editor.beginLike(
      'r1',
      ({ name }) => `${name} (copy)`,
      (permission) => permission !== 'user.edit',
    );
    expect(editor.role()).toBeNull();
    expect(await editor.save()).toBe(true);
    expect(written).toEqual([{ name: 'Lead (copy)', description: '', permissions: ['handoff.view', 'handoff.assign'] }]);
  });
});
