import type { SystemEvent } from '#contracts';
import { yesOrNo } from '#understanding';
import type { MessageThen } from './recent-messages.js';

/** Of a visitor who writes and writes, the question is what they wrote last. */
const MOST_ASKED_AT_ONCE = 10;

/** What of a scene decides what is still asked. */
interface Asked {
  readonly messages: readonly MessageThen[];
  readonly session: { readonly lastSeq: number };
  readonly offerId: string | null;
}

/** Which of the visitor's messages are the question: those after `from`, up to `to`. */
export function spanOf({ messages, session, offerId }: Asked): { readonly from: number; readonly to: number } {
  const waiting = unanswered(messages, offerId);
  return { from: waiting.length < MOST_ASKED_AT_ONCE ? settledUpTo(messages, offerId) : waiting[0]!.seq - 1, to: session.lastSeq };
}

/** The visitor's messages that nobody has answered or settled yet; the newest of them. */
export function unanswered(messages: readonly MessageThen[], offerId: string | null): readonly MessageThen[] {
  const settled = settledUpTo(messages, offerId);
  return messages.filter((message) => message.author === 'visitor' && message.seq > settled).slice(-MOST_ASKED_AT_ONCE);
}

/** @param offerId of the offer that still waits for its answer, if there is one */
function settledUpTo(messages: readonly MessageThen[], offerId: string | null): number {
  return Math.max(0, ...messages.map((message, i) => (answersAnOffer(message, messages[i - 1], offerId) ? message.seq : settlesUpTo(message))));
}

/** Yes and no to a person that was offered have been heard; the AI has nothing to answer to them. */
function answersAnOffer(message: MessageThen, before: MessageThen | undefined, openOfferId: string | null): boolean {
  const { event } = before ?? {};
  if (message.author !== 'visitor' || event?.code !== 'handoff.offered' || event.offerId === openOfferId) return false;
  return yesOrNo(message.text) !== null;
}

/** An answer settles what its author had read, and so does a person's decision: a wish that was turned down must rest. */
function settlesUpTo(message: MessageThen): number {
  switch (message.author) {
    case 'ai':
      // What the visitor wrote while the AI was answering stands before the answer, and still waits.
      return message.answersSeq ?? message.seq;
    case 'agent':
      return message.seq;
    case 'system':
      return message.event !== null && SETTLING.has(message.event.code) ? message.seq : 0;
    case 'visitor':
      return 0;
  }
}

const SETTLING: ReadonlySet<SystemEvent['code']> = new Set(['handoff.returned_to_ai', 'handoff.resolved', 'session.closed']);
