import type { HandoffSummary } from '#contracts';
import { isHit } from './highlights';

/** What was said earlier and found by a search for these words, where the last message does not show it. */
export function earlierHit({ lastMessage, found }: HandoffSummary, words: string): NonNullable<HandoffSummary['found']> | null {
  return words === '' || isHit(lastMessage?.text, words) ? null : (found ?? null);
}

/** The fragment that leads straight to where it was said. */
export function placeOfHit(handoff: HandoffSummary, words: string): string | undefined {
  return earlierHit(handoff, words)?.seq.toString();
}
