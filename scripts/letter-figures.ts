/**
 * Writes the figures by which `libs/understanding` tells languages by their letters: `npm run letter-figures`, after another
 * version of the package `eld` that they come from. As the package has them, 50,000 small objects, they would cost every
 * start a quarter of a second and 100 MB.
 */
import { writeFileSync } from 'node:fs';

interface Figures {
  readonly languages: Readonly<Record<string, string>>;
  /** Of a group of letters, the share that each language has in it; both numbers below 256. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

// What the package's modules hold; its entries do not hand it out.
const modules = new URL('../', import.meta.resolve('eld/extrasmall'));
const part = async <T>(file: string): Promise<T> => (await import(new URL(file, modules).href)) as T;
const { ngramsData } = await part<{ ngramsData: Figures }>('ngrams/extrasmall.js');
const { dictionary } = await part<{ dictionary: readonly string[] }>('dictionary.js');
const { separators } = await part<{ separators: RegExp }>('regexPatterns.js');
const { avgScore } = await part<{ avgScore: Readonly<Record<string, number>> }>('avgScore.js');

const languages = Object.values(ngramsData.languages);
const groups = Object.keys(ngramsData.ngrams).sort((a, b) => a.length - b.length);
const bytes: number[] = [];
for (const group of groups) {
  const shares = Object.entries(ngramsData.ngrams[group]!);
  bytes.push(shares.length, ...shares.flatMap(([language, share]) => [Number(language), share]));
}
const byLength: Record<number, string> = {};
for (const group of groups) byLength[group.length] = (byLength[group.length] ?? '') + group;

const figures = {
  languages,
  usualScores: languages.map((language) => avgScore[language]!),
  dictionary: dictionary.join(''),
  separators: separators.source,
  groups: byLength,
  shares: Buffer.from(bytes).toString('base64'),
};
writeFileSync(
  new URL('../libs/understanding/src/letter-figures.generated.ts', import.meta.url),
  `// Written by scripts/letter-figures.ts (npm run letter-figures). Do not edit.
// From the database \`extrasmall\` of https://github.com/nitotm/efficient-language-detector-js, Copyright 2023 Nito T.M., Apache-2.0.
${Object.entries(figures)
  .map(([name, value]) => `export const ${name}${name === 'groups' ? ': Readonly<Record<string, string>>' : ''} = ${JSON.stringify(value)};\n`)
  .join('')}`,
);
