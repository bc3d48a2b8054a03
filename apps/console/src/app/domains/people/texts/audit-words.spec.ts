import { readdirSync, readFileSync } from 'node:fs';
import { TIMELINE_KINDS } from '#contracts';
import { en } from './en';

const SERVER = 'apps/server/src/modules';

/** Every action that the server's code names when it writes something down. */
const named = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/spec\.ts$/u.test(path))
  .flatMap((path) => readFileSync(`${SERVER}/${path}`, 'utf8').split('\n'))
  .filter((line) => /\baction: /u.test(line))
  .flatMap((line) => [...line.matchAll(/'([a-z_]+\.[a-z_]+)'/gu)].map(([, action]) => action!));

/** Those whose last word is put in when it happens. */
const built = [
  ...TIMELINE_KINDS.map((kind) => `handoff.${kind}`),
  ...['created', 'updated', 'deleted'].map((change) => `knowledge.${change}`),
  ...['loaded', 'removed'].map((what) => `demo_data.${what}`),
];

const wordsFor = (action: string): unknown =>
  action.split('.').reduce<unknown>((words, part) => (words as Record<string, unknown> | undefined)?.[part], en.audit.action);

describe('the audit log', () => {
  it('finds what is written down', () => expect(named.length).toBeGreaterThan(20));

  it.each([...new Set([...named, ...built])].sort())('has words for %s', (action) => expect(wordsFor(action)).toEqual(expect.any(String)));
});
