import { FENCE } from '../markdown.js';

/** `[label`, `[label](https://exa` */
const HALF_LINK = /!?\[([^[\]\n]*)(?:\](?:\([^()\s]*)?)?$/;

/**
 * An answer that is still being written, as it is going to look: marks that have begun are closed or, with nothing behind
 * them yet, left out, and half a link is its label.
 */
export function asItWillLook(source: string): string {
  const lineAt = source.lastIndexOf('\n') + 1;
  const line = source.slice(lineAt);
  const inCode = source.split('\n').filter((each) => FENCE.test(each)).length % 2 > 0;
  if (inCode || FENCE.test(line)) return source;
  const whole = closed(closed(line.replace(HALF_LINK, '$1'), '`'), '**');
  return source.slice(0, lineAt) + whole;
}

/** Closes the mark where the line has opened it. Of the last mark perhaps only a part has come. */
function closed(line: string, mark: string): string {
  const isOpen = (text: string): boolean => text.split(mark).length % 2 === 0;
  if (!isOpen(line)) return line;
  const begun = line.replace(mark === '**' ? /\*+\s*$/ : /`+\s*$/, '');
  return isOpen(begun) ? begun + mark : begun;
}
