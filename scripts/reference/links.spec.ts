import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pages = globSync(['*.md', 'docs/**/*.md']);

describe('the documentation', () => {
  it.each(pages)('%s leads to files that are there', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s#]+)/g)].map((match) => match[1]!);
    const missing = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(dirname(page), link)));
    expect(missing).toEqual([]);
  });

  it('promises nothing without a test', () => {
    const readme = readFileSync('README.md', 'utf8');
    const promises = readme
      .slice(readme.indexOf('## What you can rely on'), readme.indexOf('## Connect it'))
      .split('\n')
      .filter((line) => /^\| (?!Promise)/.test(line));
    expect(promises.length).toBeGreaterThan(10);
    for (const promise of promises) expect(promise).toMatch(/\]\(\S+-?spec\.ts\)/);
  });
});
