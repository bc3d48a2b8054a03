import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { widgetBundles } from '../../scripts/sizes/bundles.js';
import { BuiltPages } from './support/built-pages.js';

describe('what a page pays for the widget', () => {
  let pages: BuiltPages;
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    pages = await BuiltPages.build();
    files = await pages.widgetFiles();
  });
  afterAll(async () => pages.remove());

  it('stays within its limits', () => {
    const over = widgetBundles(pages.widgetFolder).filter(({ gzip, limit }) => limit !== undefined && gzip > limit);
    expect(over).toEqual([]);
  });

  it('loads as a classic script that leaves nothing lying around', () => {
    const loader = files.get('v1.js') ?? '';
    expect(loader).not.toMatch(/import\.meta|\bexport\b|(^|;)import[ {]/);
    expect(loader).toMatch(/^\(\(\)=>\{[\s\S]*\}\)\(\);\s*$/);
  });

  it('never turns text into markup', () => {
    for (const [path, code] of files)
      if (!/^assets\/socket-/.test(path))
        expect([path, code.match(/insertAdjacentHTML|document\.write|\beval\(|new Function/g)]).toEqual([path, null]);
  });
});
