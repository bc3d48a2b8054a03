/** Who works in the demo. */
export const DEMO_PEOPLE = [
  { key: 'admin', email: 'admin@demo.baton.test', name: 'Alex Kern', role: 'admin' },
  { key: 'ana', email: 'ana@demo.baton.test', name: 'Ana Kovač', role: 'agent' },
  { key: 'bea', email: 'bea@demo.baton.test', name: 'Bea Santos', role: 'agent' },
] as const;

export type DemoPerson = (typeof DEMO_PEOPLE)[number];

/**
 * Rows of `app_user u` that go when the demo data goes. Whoever gave a demo account an email address of their own has
 * made it theirs, and keeps it.
 */
export const IS_DEMO_PERSON = `(u.demo and lower(u.email) in (${DEMO_PEOPLE.map(({ email }) => `'${email}'`).join(', ')}))`;
