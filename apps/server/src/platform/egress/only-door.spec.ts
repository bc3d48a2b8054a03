import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

const SERVER = join(import.meta.dirname, '../..');
/** Ways to call out that do not pass the guard. */
const OTHER_DOORS = [
  /(?<![.\w])fetch\(/,
  /globalThis\.fetch/,
  /from 'undici'/,
  /from '(node:)?https'/,
  /\bhttp\.(request|get)\(/,
  /from '(axios|got|node-fetch|needle)'/,
];

it('is the only way out: nothing else in the server opens an HTTP connection', async () => {
  const offenders: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: SERVER, exclude: ['platform/egress/**'] })) {
    if (/\.(int-|long-)?spec\.ts$/.test(file)) continue;
    const source = readFileSync(join(SERVER, file), 'utf8');
    if (OTHER_DOORS.some((door) => door.test(source))) offenders.push(file);
  }
  expect(offenders).toEqual([]);
});
