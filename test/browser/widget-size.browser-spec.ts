import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { BuiltPages } from './support/built-pages.js';

const KIB = 1024;

describe('what a page pays for the widget', () => {
  let pages: BuiltPages;
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    pages = await BuiltPages.build();
    files = await pages.widgetFiles();
  });
  afterAll(async () => pages.remove());

  const size = (name: RegExp): number => {
    const [file] = [...files].filter(([path]) => name.test(path));
    if (!file) throw new Error(`No file ${name} among ${[...files.keys()].join(', ')}`);
    return gzipSync(file[1], { level: 9 }).length;
  };

  it.each([
    ['the loader', /^v1\.js$/, 3 * KIB],
    ['the panel', /^assets\/panel-/, 15 * KIB],
    ['the conversation', /^assets\/connection-/, 6 * KIB],
    ['the socket client', /^assets\/socket-/, 13 * KIB],
    ['a language', /^assets\/fr-/, 1.5 * KIB],
  ])('%s stays small', (_what, name, most) => {
    expect(size(name)).toBeLessThanOrEqual(most);
  });

  it('loads as a classic script that leaves nothing lying around', () => {
    const loader = files.get('v1.js') ?? '';
    expect(loader).not.toMatch(/import\.meta|\bexport\b|(^|;)import[ {]/);
    expect(loader).toMatch(/^\(\(\)=>\{[\s\S]*\}\)\(\);\s*$/);
  });

  it('never turns text into markup', () => {
    for (const [path, code] of files)
      if (/^(v1|assets\/(panel|connection))/.test(path))
        expect([path, code.match(/insertAdjacentHTML|document\.write|\beval\(|new Function/g)]).toEqual([path, null]);
  });
});
