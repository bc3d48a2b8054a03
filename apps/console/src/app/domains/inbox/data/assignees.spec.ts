import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { TeamUser } from '#contracts';
import { BatonTeam } from '#sdk';
import { Assignees } from './assignees';

const user = (name: string, given: Partial<TeamUser> = {}): TeamUser => ({
  id: name.toLowerCase(),
  name,
  email: `${name.toLowerCase()}@example.org`,
  active: true,
  presence: 'offline',
  memberships: [{ websiteId: 'w1', role: 'agent' }],
  createdAt: '2026-01-01T00:00:00.000Z',
  ...given,
});

function setup(users: readonly TeamUser[]) {
  const teams = [
    { id: 't1', name: 'Returns', websiteId: 'w1', memberIds: [] },
    { id: 't2', name: 'Elsewhere', websiteId: 'w2', memberIds: [] },
    { id: 't3', name: 'Everywhere', websiteId: null, memberIds: [] },
  ];
  const team = {
    users: { list: jest.fn(async () => ({ items: users, nextCursor: null })) },
    teams: { list: jest.fn(async () => ({ items: teams, nextCursor: null })) },
  };
  TestBed.configureTestingModule({ providers: [{ provide: BatonTeam, useValue: team }] });
  return { sut: TestBed.inject(Assignees), team };
}

describe('Assignees', () => {
  it('are the active members of the website alone, on one website or on all', async () => {
    const elsewhere = user('Elsa', { memberships: [{ websiteId: 'w2', role: 'agent' }] });
    const { sut, team } = setup([
      user('Ana'),
      elsewhere,
      user('Gone', { active: false }),
      user('Zoe', { memberships: [{ websiteId: null, role: 'admin' }] }),
    ]);
    expect((await sut.of('w1')).people.map(({ name }) => name)).toEqual(['Ana', 'Zoe']);
    expect(team.users.list).toHaveBeenCalledWith({ websiteId: 'w1', active: true, limit: 200 });
  });

  it('begin with those who are there', async () => {
    const { sut } = setup([
      user('Ana'),
      user('Cem', { presence: 'away' }),
      user('Dana', { presence: 'online' }),
      user('Bea', { presence: 'online' }),
    ]);
    expect((await sut.of('w1')).people.map(({ name }) => name)).toEqual(['Bea', 'Dana', 'Cem', 'Ana']);
  });

  it('include the teams that serve the website', async () => {
    expect((await setup([]).sut.of('w1')).teams.map(({ name }) => name)).toEqual(['Everywhere', 'Returns']);
  });
});
