import { BatonVisitor, visitorMemoryKey, type BatonVisitorOptions } from '#sdk/visitor';
import { Conversation, type News } from './conversation.js';
import { ReadMark } from './read-mark.js';

export interface Connection {
  readonly visitor: BatonVisitor;
  readonly conversation: Conversation;
  /** The storage keys that other tabs write: whose conversation it is, and how far it was read. */
  readonly keys: { readonly visitor: string; readonly read: string };
}

const loadSocket = async () => (await import('socket.io-client')).io;

/** Everything of a conversation that is not on screen; a chunk of its own, fetched along with the panel. */
export function connect(options: BatonVisitorOptions, storageKey: string, news: News): Connection {
  const mark = new ReadMark(storageKey);
  // On its way while the conversation is still being asked for.
  loadSocket().catch(() => undefined);
  const visitor = new BatonVisitor({ ...options, loadSocket });
  return { visitor, conversation: new Conversation(visitor, mark, news), keys: { visitor: visitorMemoryKey(options.websiteKey), read: mark.key } };
}
