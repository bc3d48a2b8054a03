import type { RuleWords } from './texts';
import type { en } from './texts/en';

/** The facts that can only be one of a few values, and those values. */
const VALUES: Readonly<Record<string, readonly (keyof (typeof en)['values'])[]>> = {
  'request.via': ['button', 'api', 'agent'],
  'ai.failure': ['timeout', 'unreachable', 'refused', 'malformed'],
  'website.mode': ['always', 'scheduled', 'offline_only', 'off'],
};

/** What such a value of such a fact is called; the same word as anybody's own tag or text stays as it was written. */
export function valueName(value: string, fact: string, words: RuleWords): string | null {
  const named = VALUES[fact]?.find((each) => each === value);
  return named ? words(`values.${named}`) : null;
}
