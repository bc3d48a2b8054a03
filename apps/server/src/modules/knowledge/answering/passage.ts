import { sentencesOf } from './words.js';

/** A body up to this length is the answer as it stands; of a longer one, as much as fits around the fitting sentence. Characters. */
const LONGEST_ANSWER = 700;
/** A passage shorter than this may need its neighbours to be understood. Characters. */
const ENOUGH = 200;

/** The part of a Markdown-lite body that answers best, and the sentence in it that decided. */
export interface Passage {
  readonly text: string;
  readonly quote: string;
}

/** @param fit how well a sentence fits the question; the first of equals wins */
export function passageFor(body: string, fit: (sentence: string) => number): Passage {
  const whole = body.trim();
  const quote = bestBy(sentencesOf(whole), fit) ?? whole;
  if (whole.length <= LONGEST_ANSWER) return { text: whole, quote };
  const paragraphs = whole.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const at = Math.max(
    0,
    paragraphs.findIndex((paragraph) => paragraph.includes(quote)),
  );
  const text = around(paragraphs, at, '\n\n') ?? around(...sentencesAround(paragraphs[at]!, quote), ' ') ?? shortened(quote);
  return { text, quote: shortened(quote) };
}

/** The piece at `at`, when it is short with what precedes and follows as far as it fits; null when it is too long by itself. */
function around(pieces: readonly string[], at: number, joint: string): string | null {
  let from = at;
  let to = at + 1;
  const length = (start: number, end: number): number => pieces.slice(start, end).join(joint).length;
  if (length(from, to) > LONGEST_ANSWER) return null;
  const mayGrow = (start: number, end: number): boolean => length(from, to) < ENOUGH && length(start, end) <= LONGEST_ANSWER;
  // What precedes comes first: often it is the heading.
  if (from > 0 && mayGrow(from - 1, to)) from--;
  while (to < pieces.length && mayGrow(from, to + 1)) to++;
  return pieces.slice(from, to).join(joint);
}

function sentencesAround(paragraph: string, quote: string): [string[], number] {
  const sentences = sentencesOf(paragraph);
  return [sentences, Math.max(0, sentences.indexOf(quote))];
}

function shortened(text: string): string {
  return text.length <= LONGEST_ANSWER ? text : `${text.slice(0, LONGEST_ANSWER - 1).replace(/\s+\S*$/, '')}…`;
}

function bestBy(items: readonly string[], score: (item: string) => number): string | undefined {
  let best: string | undefined;
  let highest = -Infinity;
  for (const item of items) {
    const value = score(item);
    if (value > highest) [best, highest] = [item, value];
  }
  return best;
}
