import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES } from './languages';

const APP = 'apps/console/src/app';
const folders = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('texts/en.ts'))
  .map((path) => dirname(path));

/** Names and words that are the same in several languages are short; a sentence that is the same was forgotten. */
const WORDS_OF_A_SENTENCE = 3;

async function textsOf(folder: string, language: string): Promise<ReadonlyMap<string, string>> {
  const file = (await import(join(process.cwd(), APP, folder, `${language}.ts`))) as Record<string, object>;
  return new Map(leaves(file[language]!));
}

function leaves(tree: object, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string' ? [[path + name, value]] : leaves(value, `${path}${name}.`),
  );
}

const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\{\w+\}\}/gu))].sort();

/** The words that are neither places nor names. */
const wordsIn = (text: string): number => text.replaceAll(/\{\{\w+\}\}/gu, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;

describe('every text', () => {
  it('is found', () => expect(folders).toContain('shell/texts'));

  describe.each(folders)('of %s', (folder) => {
    it.each(LANGUAGES)('is in %s: every key, every place, no gap', async (language) => {
      const english = await textsOf(folder, 'en');
      const texts = await textsOf(folder, language);
      expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
      const wrong = [...texts].filter(([key, text]) => {
        const original = english.get(key)!;
        // "One visitor" needs no number.
        const places = key.endsWith('.one') ? placesIn(text).filter((place) => !placesIn(original).includes(place)) : [];
        return text.trim() === '' || places.length > 0 || (!key.endsWith('.one') && placesIn(text).join() !== placesIn(original).join());
      });
      expect(wrong).toEqual([]);
    });

    it.each(LANGUAGES.filter((language) => language !== 'en'))('was translated into %s', async (language) => {
      const english = await textsOf(folder, 'en');
      const same = [...(await textsOf(folder, language))].filter(([key, text]) => text === english.get(key) && wordsIn(text) >= WORDS_OF_A_SENTENCE);
      expect(same).toEqual([]);
    });
  });
});
