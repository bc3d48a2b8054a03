import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Maps, trace } from './traces.js';

describe('a trace of the built server', () => {
  const root = mkdtempSync(join(tmpdir(), 'baton-traces-'));
  const folder = join(root, 'dist/server');
  const file = join(folder, 'run.js');
  mkdirSync(folder, { recursive: true });
  // Line 3 of it was made of line 2 of desk.ts, and from line 5 on a package follows.
  const sources = ['../../apps/server/src/desk.ts', '../../node_modules/fastify/lib/reply.js'];
  writeFileSync(`${file}.map`, JSON.stringify({ version: 3, names: [], sources, mappings: ';;EACA;;ACDA;' }));

  afterAll(() => rmSync(root, { recursive: true }));

  const at = (path: string, line: number): NodeJS.CallSite => {
    const url = pathToFileURL(path).href;
    return {
      getScriptNameOrSourceURL: () => url,
      getLineNumber: () => line,
      getColumnNumber: () => 7,
      toString: () => `Desk.claim (${url}:${line}:7)`,
    } as NodeJS.CallSite;
  };

  it('names the source and its line', () => {
    expect(trace(new Error('No.'), [at(file, 3)], new Maps(folder))).toBe('Error: No.\n    at Desk.claim (apps/server/src/desk.ts:2)');
  });

  it('names the file of a package', () => {
    expect(
      trace(new Error('No.'), [at(file, 5), at(file, 90)], new Maps(folder))
        .split('\n')
        .slice(1),
    ).toEqual(['    at Desk.claim (node_modules/fastify/lib/reply.js)', '    at Desk.claim (node_modules/fastify/lib/reply.js)']);
  });

  it('leaves places in other files as they are', () => {
    const elsewhere = join(root, 'elsewhere.js');
    expect(trace(new TypeError('No.'), [at(file, 1), at(elsewhere, 3)], new Maps(folder)).split('\n')).toEqual([
      'TypeError: No.',
      `    at Desk.claim (${pathToFileURL(file).href}:1:7)`,
      `    at Desk.claim (${pathToFileURL(elsewhere).href}:3:7)`,
    ]);
  });

  it('stands without a title for what is no error', () => {
    expect(trace(null, [], new Maps(folder))).toBe('Error');
  });
});
