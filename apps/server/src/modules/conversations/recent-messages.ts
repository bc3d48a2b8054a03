import type { AuthorKind, SystemEvent } from '#contracts';

export interface MessageThen {
  readonly seq: number;
  readonly author: AuthorKind;
  readonly text: string;
  readonly event: SystemEvent | null;
  /** Of an AI's answer: up to which seq it had read. */
  readonly answersSeq: number | null;
}

/** The newest messages of a session up to one, and how many the visitor has written until then. */
export interface Recent {
  readonly upTo: number;
  readonly visitorMessages: number;
  readonly messages: readonly MessageThen[];
}

/**
 * What this process has read of conversations that are going on. A message never changes and none is ever put between
 * others, so what was read up to a `seq` stays true, whoever writes after it.
 */
export class RecentMessages {
  private readonly sessions = new Map<string, Recent>();
  private characters = 0;

  /** @param maxCharacters of all texts together; those that were not asked for the longest go first */
  constructor(private readonly maxCharacters = 2_000_000) {}

  of(sessionId: string): Recent | undefined {
    return this.sessions.get(sessionId);
  }

  keep(sessionId: string, recent: Recent): void {
    this.forget(sessionId);
    this.sessions.set(sessionId, recent);
    this.characters += charactersOf(recent);
    for (const oldest of this.sessions.keys()) {
      if (this.characters <= this.maxCharacters) break;
      this.forget(oldest);
    }
  }

  private forget(sessionId: string): void {
    const recent = this.sessions.get(sessionId);
    if (!recent) return;
    this.sessions.delete(sessionId);
    this.characters -= charactersOf(recent);
  }
}

/** A message counts for some, however short it is. */
const LEAST = 100;

function charactersOf({ messages }: Recent): number {
  return messages.reduce((sum, { text }) => sum + LEAST + text.length, LEAST);
}
