import type { Message, SessionOwner } from '#contracts';

/** One thing in the thread, in reading order. */
export type ThreadItem =
  | { readonly kind: 'time' | 'newConversation'; readonly key: string; readonly at: string }
  | { readonly kind: 'line'; readonly key: string; readonly message: Message }
  /** `opensGroup`: the one before was somebody else's. */
  | { readonly kind: 'bubble'; readonly key: string; readonly message: Message; readonly opensGroup: boolean };

/** A pause after which the time is worth saying. */
const PAUSE_MS = 30 * 60 * 1000;

/** Lays out messages: times where there was a pause, groups of one author, the seams of conversations. */
export function threadItems(earlier: readonly Message[], messages: readonly Message[], owner: SessionOwner): ThreadItem[] {
  const items: ThreadItem[] = [];
  const waitingLine = owner === 'queue' ? messages.findLast((message) => message.event?.code === 'handoff.queued') : undefined;
  let before: Message | null = null;
  for (const message of [...earlier, ...messages]) {
    // The waiting card says it, with the numbers of now; but not what a rule had to say besides.
    if (message === waitingLine && message.event?.code === 'handoff.queued' && !message.event.message) continue;
    const key = message.clientId ?? message.id;
    const { createdAt: at } = message;
    if (before && before.sessionId !== message.sessionId) items.push({ kind: 'newConversation', key: `new ${key}`, at });
    else if (!before || Date.parse(at) - Date.parse(before.createdAt) > PAUSE_MS) items.push({ kind: 'time', key: `at ${key}`, at });
    if (message.author.kind === 'system') items.push({ kind: 'line', key, message });
    else items.push({ kind: 'bubble', key, message, opensGroup: !sameAuthor(before, message) });
    before = message;
  }
  return items;
}

function sameAuthor(one: Message | null, other: Message): boolean {
  return one?.author.kind === other.author.kind && one.author.id === other.author.id && one.sessionId === other.sessionId;
}
