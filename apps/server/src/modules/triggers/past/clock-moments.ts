import type { RuleConditions } from '#contracts';
import { turningSeconds } from '../clock/turning-points.js';
import { SILENT_FOR_GOOD_MS } from '../clock/silence.js';
import type { PastConversation } from './past-conversation.js';
import type { PastMoment } from './past-moment.js';

const HOUR_MS = 3_600_000;

/**
 * The moments at which a rule by the clock could have come to another answer than before: what it says of the session's
 * length turned, somebody wrote, the AI was given the conversation back, and, where it asks for the time, at every hour.
 */
export function clockMoments(
  conversation: PastConversation,
  rule: { readonly conditions: RuleConditions; readonly asked: ReadonlySet<string> },
  now: Date,
): PastMoment[] {
  const instants = new Set<number>();
  const { startedAt, messages, handoffs } = conversation;
  for (const { from, to } of watchedSpans(conversation, now)) {
    const within = (instant: number): void => void (instant >= from && instant < to && instants.add(instant));
    within(from);
    for (const seconds of turningSeconds(rule.conditions)) within(startedAt.getTime() + seconds * 1000);
    for (const { at } of messages) within(at.getTime());
    for (const { endedAt } of handoffs) if (endedAt) within(endedAt.getTime());
    if ([...rule.asked].some((name) => name.startsWith('time.'))) for (let at = from; at < to; at += HOUR_MS) within(hourAfter(at));
  }
  return [...instants].sort((a, b) => a - b).map((instant) => momentOf(conversation, new Date(instant)));
}

/** When the conversation was the AI's and not yet forgotten. */
function watchedSpans({ startedAt, closedAt, messages, handoffs }: PastConversation, now: Date): { from: number; to: number }[] {
  const lastAt = messages.at(-1)?.at ?? startedAt;
  const end = Math.min(closedAt?.getTime() ?? now.getTime(), lastAt.getTime() + SILENT_FOR_GOOD_MS);
  const spans: { from: number; to: number }[] = [];
  let from = startedAt.getTime();
  for (const { openedAt, endedAt } of handoffs) {
    spans.push({ from, to: Math.min(openedAt.getTime(), end) });
    if (!endedAt) return spans;
    from = endedAt.getTime();
  }
  return [...spans, { from, to: end }];
}

function momentOf({ messages, turns, handoffs }: PastConversation, at: Date): PastMoment {
  const seq = messages.findLast((message) => message.at <= at)?.seq ?? 0;
  // What was known of the visitor and the page at the turn before.
  const before = turns.findLast((turn) => turn.at <= at.getTime());
  const facts = before && { ...lasting(before.facts), 'session.handoffs': handoffs.filter(({ openedAt }) => openedAt < at).length };
  return {
    seq,
    at,
    kept: facts ? { at: at.getTime(), from: seq, to: seq, facts, unknown: UNKNOWN_BETWEEN } : null,
    message: null,
    requestedVia: null,
    ai: null,
  };
}

/** How many waited and who was online is known only of the moments at which it was asked. */
const UNKNOWN_BETWEEN = ['queue.waiting', 'team.online'];

function lasting<T>(facts: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => name.startsWith('visitor.') || name.startsWith('page.') || name === 'session.tags'),
  );
}

function hourAfter(instant: number): number {
  return Math.ceil(instant / HOUR_MS) * HOUR_MS;
}
