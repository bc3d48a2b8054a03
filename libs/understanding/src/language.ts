import { detect } from './letters.js';

/** Below this, letters say less than the browser's locale. */
const SHORT_CHARS = 12;
/** More text makes the guess no better. */
const SAMPLE_CHARS = 400;
const UNDETERMINED = 'und';

export interface LanguageGuess {
  /** ISO 639-1, or `und` */
  readonly language: string;
  /** Whether the text itself leaves little doubt. */
  readonly certain: boolean;
}

/** @param localeHint e.g. `de-AT`, usually the browser's */
export function languageOf(text: string, localeHint?: string): LanguageGuess {
  const prior = localeHint?.toLowerCase().split(/[-_]/)[0] || undefined;
  const letters = text
    .slice(0, SAMPLE_CHARS)
    .replace(/https?:\S+|\S+@\S+|[^\p{L}\p{M}'’\s]/gu, ' ')
    .trim();
  if (letters.length < SHORT_CHARS) return { language: prior ?? UNDETERMINED, certain: false };
  const result = detect(letters);
  if (!result.language) return { language: prior ?? UNDETERMINED, certain: false };
  if (result.reliable) return { language: result.language, certain: letters.length >= 2 * SHORT_CHARS };
  return { language: prior && scoresWell(result.scores(), prior, result.language) ? prior : result.language, certain: false };
}

/** Whether the expected language is nearly as likely as the likeliest. */
function scoresWell(scores: Record<string, number>, expected: string, likeliest: string): boolean {
  return (scores[expected] ?? 0) > 0.8 * (scores[likeliest] ?? 1);
}
