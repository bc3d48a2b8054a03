import { TestBed } from '@angular/core/testing';
import type { Page, Person } from '#contracts';
import { PeopleApi } from './people-api';
import { UserList } from './user-list';

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: name,
  email: `${name.toLowerCase()}@example.com`,
  name,
  active: true,
  presence: 'offline',
  createdAt: '2026-01-01T00:00:00Z',
  memberships: [{ websiteId: null, role: 'agent' }],
  lastSeenAt: null,
  joined: true,
  link: null,
  ...more,
});

describe('UserList', () => {
  async function setup(...people: Person[]) {
    const api = { users: async (): Promise<Page<Person>> => ({ items: people, nextCursor: null }) };
    TestBed.configureTestingModule({ providers: [UserList, { provide: PeopleApi, useValue: api }] });
    const list = TestBed.inject(UserList);
    list.all();
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    const names = (of: readonly Person[]) => of.map(({ name }) => name);
    return { list, shown: () => [names(list.active()), names(list.deactivated())] };
  }

  it('sorts by name as people do, and keeps those who left apart', async () => {
    const { shown } = await setup(person('Zoe'), person('Änne'), person('bea'), person('Gone', { active: false }));
    expect(shown()).toEqual([['Änne', 'bea', 'Zoe'], ['Gone']]);
  });

  it('follows who comes and goes', async () => {
    const { list } = await setup(person('Ana'), person('Bea'));
    list.showPresence('Ana', 'online');
    expect(list.active().map(({ presence }) => presence)).toEqual(['online', 'offline']);
  });

  it('finds by name, address and website', async () => {
    const { list, shown } = await setup(
      person('Ana', { memberships: [{ websiteId: 'w1', role: 'agent' }] }),
      person('Bea', { email: 'boss@elsewhere.example' }),
      person('Gone', { active: false, memberships: [] }),
    );
    list.query.set(' ELSEWHERE ');
    expect(shown()).toEqual([['Bea'], []]);
    list.query.set('go');
    expect(shown()).toEqual([[], ['Gone']]);
    list.query.set('');
    list.websiteId.set('w1');
    expect(shown()).toEqual([['Ana', 'Bea'], []]);
    list.websiteId.set('w2');
    expect(shown()).toEqual([['Bea'], []]);
    list.showAll();
    expect(list.narrowed()).toBe(false);
  });
});
