import type { TeamUser } from '#contracts';
import { draftOf, inventPassword, newUser, toChange, toSave } from './user-draft';

const ANA: TeamUser = {
  id: 'u1',
  email: 'ana@example.com',
  name: 'Ana',
  active: true,
  presence: 'online',
  createdAt: '2026-01-01T00:00:00Z',
  memberships: [
    { websiteId: null, role: 'agent' },
    { websiteId: 'w1', role: 'admin' },
  ],
};

describe('a person’s draft', () => {
  it('knows “all websites” by null on the wire', () => {
    expect(toSave({ ...newUser(), name: ' Bea ', email: 'bea@example.com', password: 'long enough' })).toEqual({
      name: 'Bea',
      email: 'bea@example.com',
      password: 'long enough',
      memberships: [{ websiteId: null, role: 'agent' }],
      active: true,
    });
  });

  it('changes only what differs', () => {
    expect(toChange(ANA, draftOf(ANA))).toEqual({});
    expect(toChange(ANA, { ...draftOf(ANA), active: false })).toEqual({ active: false });
    expect(toChange(ANA, { ...draftOf(ANA), password: 'something new', memberships: [{ websiteId: 'w1', role: 'admin' }] })).toEqual({
      password: 'something new',
      memberships: [{ websiteId: 'w1', role: 'admin' }],
    });
  });
});

describe('inventPassword', () => {
  it('makes another one each time, free of look-alikes', () => {
    const passwords = Array.from({ length: 200 }, inventPassword);
    expect(new Set(passwords).size).toBe(200);
    for (const password of passwords) expect(password).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{20}$/u);
  });
});
