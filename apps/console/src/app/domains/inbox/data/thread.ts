import type { Handoff, Note, Suggestion, TeamMessage } from '#contracts';
import type { OutgoingMessage } from './outgoing';
import { dayKey } from './moments';

/** One line of the thread, in the order it is read. `id` is stable, so that live updates keep their elements. */
export type ThreadItem =
  | { readonly kind: 'day'; readonly id: string; readonly at: string }
  | { readonly kind: 'message'; readonly id: string; readonly message: TeamMessage; readonly continues: boolean }
  | { readonly kind: 'system'; readonly id: string; readonly message: TeamMessage }
  | { readonly kind: 'note'; readonly id: string; readonly note: Note }
  | { readonly kind: 'card'; readonly id: string }
  | { readonly kind: 'unread'; readonly id: string }
  | { readonly kind: 'lost'; readonly id: string; readonly suggestion: Suggestion }
  | { readonly kind: 'outgoing'; readonly id: string; readonly outgoing: OutgoingMessage };

type Extra = { readonly at: string; readonly item: ThreadItem };

/** Messages of one author within this time are read as one speech. */
const SAME_SPEECH_WITHIN_MS = 4 * 60_000;

export interface ThreadParts {
  /** null for a transcript without its handoff */
  readonly handoff: Pick<Handoff, 'id' | 'openedAt'> | null;
  /** In seq order. */
  readonly messages: readonly TeamMessage[];
  readonly notes: readonly Note[];
  readonly suggestions: readonly Suggestion[];
  readonly outgoing: readonly OutgoingMessage[];
  /** A line is drawn after this seq, if somebody else than the team says something there. */
  readonly unreadAfter?: number | null;
}

/** Weaves messages, the handoff card, notes and what is on its way into one thread. Messages keep their seq order whatever the clocks say. */
export function weaveThread(parts: ThreadParts): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  const extras = extrasOf(parts);
  let day = '';
  let speech: { key: string; until: number } | null = null;

  const add = (at: string, item: ThreadItem) => {
    if (dayKey(at) !== day) {
      day = dayKey(at);
      items.push({ kind: 'day', id: `day-${day}`, at });
      speech = null;
    }
    if (item.kind !== 'message') speech = null;
    items.push(item);
  };
  const addExtrasBefore = (message: TeamMessage) => {
    // The card explains the system lines of its own moment, so it stands above them.
    const isDue = (extra: Extra) => extra.at < message.createdAt || (extra.at === message.createdAt && message.author.kind === 'system');
    while (extras[0] && isDue(extras[0])) {
      const extra = extras.shift()!;
      add(extra.at, extra.item);
    }
  };

  let isNew = false;
  for (const message of parts.messages) {
    addExtrasBefore(message);
    if (!isNew && parts.unreadAfter != null && message.seq > parts.unreadAfter && message.author.kind === 'visitor') {
      isNew = true;
      add(message.createdAt, { kind: 'unread', id: 'unread' });
    }
    if (message.author.kind === 'system') {
      add(message.createdAt, { kind: 'system', id: `seq-${message.seq}`, message });
      continue;
    }
    const key = `${message.author.kind}:${message.author.id ?? ''}`;
    const at = Date.parse(message.createdAt);
    const spoken: { key: string; until: number } | null = speech;
    const continues: boolean = spoken !== null && spoken.key === key && at <= spoken.until && dayKey(message.createdAt) === day;
    add(message.createdAt, { kind: 'message', id: `seq-${message.seq}`, message, continues });
    speech = { key, until: at + SAME_SPEECH_WITHIN_MS };
  }
  for (const extra of extras) add(extra.at, extra.item);
  for (const outgoing of parts.outgoing) items.push({ kind: 'outgoing', id: `out-${outgoing.clientId}`, outgoing });
  return items;
}

function extrasOf({ handoff, notes, suggestions }: ThreadParts): Extra[] {
  const extras: Extra[] = [
    ...(handoff ? [{ at: handoff.openedAt, item: { kind: 'card', id: `card-${handoff.id}` } } satisfies Extra] : []),
    ...notes.map((note): Extra => ({ at: note.createdAt, item: { kind: 'note', id: `note-${note.id}`, note } })),
    // What was withheld stands in the card; what lost the fence came later, in its own place.
    ...suggestions
      .filter((suggestion) => suggestion.why === 'lost_fence')
      .map((suggestion): Extra => ({ at: suggestion.createdAt, item: { kind: 'lost', id: `lost-${suggestion.id}`, suggestion } })),
  ];
  return extras.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The draft that the card shows: the newest answer that was kept from the visitor. */
export function withheldDraft(suggestions: readonly Suggestion[]): Suggestion | null {
  return suggestions.filter((suggestion) => suggestion.why === 'withheld').at(-1) ?? null;
}
