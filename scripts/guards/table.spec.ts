import { readFileSync } from 'node:fs';
import { GUARDS } from './table.js';
import { unguarded } from './unguard.js';

/** Cheap enough for every run: the table still names what is there. That the tests fail, `npm run test:guards` proves. */
describe('the table of guards', () => {
  it.each(GUARDS.map((guard) => [`${guard.law}: ${guard.guard}`, guard] as const))('%s', (_, guard) => {
    for (const { file, change } of guard.behind ? [guard, guard.behind] : [guard]) {
      const source = readFileSync(file, 'utf8');
      expect(unguarded(source, { file, change })).not.toBe(source);
    }
    expect(readFileSync(guard.spec, 'utf8').length).toBeGreaterThan(0);
  });

  it('says when a guard has moved', () => {
    const guard = { file: 'x.ts', change: [['lock( me )', '']] } as const;
    expect(unguarded('a; lock(\n  me\n); b', guard)).toBe('a; ; b');
    expect(() => unguarded('a; b', guard)).toThrow('stands 0 times');
    expect(() => unguarded('lock( me ) lock( me )', guard)).toThrow('stands 2 times');
  });
});
