import { readFileSync } from 'node:fs';
import { OPERATORS } from '#contracts';
import { examples } from '../../config/environment.js';
import { environmentPage } from './environment-page.js';
import { factsPage } from './facts-page.js';
import { pages } from './pages.js';

describe('the reference', () => {
  it.each([...pages.keys()])('%s says what the code says; if not, run npm run reference', (file) => {
    expect(readFileSync(`docs/reference/${file}`, 'utf8')).toBe(pages.get(file)!());
  });

  it('leaves no cell of a variable empty but its default', () => {
    const rows = environmentPage()
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows).toHaveLength(Object.keys(examples).length);
    for (const row of rows) {
      const [, name, expected, , purpose, example] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
      expect([name, expected, purpose, example]).not.toContain('');
    }
  });

  it('says what every operator means', () => {
    for (const operator of OPERATORS) expect(factsPage()).toMatch(new RegExp(`^\\| \`${operator}\` \\| \\S.* \\| \\S.* \\| \\S.* \\|$`, 'm'));
  });
});
