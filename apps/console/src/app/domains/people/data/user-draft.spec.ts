import type { Person } from '#contracts';
import { draftOf, newUser, toChange, toSave } from './user-draft';

const ANA: Person = {
  id: 'u1',
  email: 'ana@example.com',
  name: 'Ana',
  active: true,
  presence: 'online',
  createdAt: '2026-01-01T00:00:00Z',
  lastSeenAt: null,
  joined: true,
  link: null,
  memberships: [
    { websiteId: null, role: 'agent' },
    { websiteId: 'w1', role: 'r1' },
  ],
};

describe('a person’s draft', () => {
  it('knows “all websites” by null on the wire', () => {
    expect(toSave({ ...newUser(), name: ' Bea ', email: ' bea@example.com ' })).toEqual({
      name: 'Bea',
      email: 'bea@example.com',
      memberships: [{ websiteId: null, role: 'agent' }],
    });
  });

  it('changes only what differs', () => {
    expect(toChange(ANA, draftOf(ANA))).toEqual({});
    expect(toChange(ANA, { ...draftOf(ANA), name: 'Anna' })).toEqual({ name: 'Anna' });
    expect(toChange(ANA, { ...draftOf(ANA), memberships: [{ websiteId: 'w1', role: 'admin' }] })).toEqual({
      memberships: [{ websiteId: 'w1', role: 'admin' }],
    });
  });
});
