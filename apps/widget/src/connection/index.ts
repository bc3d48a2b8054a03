import { BatonVisitor, visitorMemoryKey, type BatonVisitorOptions } from '#sdk/visitor';
import { Conversation, type News } from './conversation.js';
import { Marks } from './marks.js';
import { TabMemory } from './tab-memory.js';

export interface Connection {
  readonly visitor: BatonVisitor;
  readonly conversation: Conversation;
  readonly tab: TabMemory;
  /** The storage keys that other tabs write: whose conversation it is, and how far it was read. */
  readonly keys: { readonly visitor: string; readonly read: string };
}

/** Longer than a socket takes, shorter than a visitor notices. */
const LINE_WITHIN_MS = 1500;

const loadSocket = async () => (await import('socket.io-client')).io;

/** Everything of a conversation that is not on screen; a chunk of its own, fetched along with the panel. */
export function connect(options: BatonVisitorOptions, storageKey: string, news: News): Connection {
  const marks = new Marks(storageKey);
  const visitor = new BatonVisitor({
    ...options,
    ...(browserStorage() ? { storage: localStorage } : {}),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    loadSocket,
    lineWithinMs: LINE_WITHIN_MS,
  });
  // The socket client is a third of it all: it is fetched when a conversation is near, not when somebody only looks.
  const conversation = new Conversation(visitor, marks, news, () => void loadSocket().catch(() => undefined));
  return { visitor, conversation, tab: new TabMemory(storageKey), keys: { visitor: visitorMemoryKey(options.websiteKey), read: marks.key } };
}

function browserStorage(): boolean {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}
