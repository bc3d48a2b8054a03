import { inject, Injectable, signal } from '@angular/core';
import { SignedIn } from '../../../shell';

export type DraftKind = 'reply' | 'note';

const PREFIX = 'baton.draft.';
const KEPT_FOR_MS = 30 * 24 * 3600_000;

interface Kept {
  readonly text: string;
  readonly at: number;
}

/** What an agent has typed and not sent, kept on this device for each agent and session, so that a reload loses nothing. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly signedIn = inject(SignedIn);
  private readonly begun = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    forgetOld(Date.now());
    this.begun.set(this.repliesBegun());
    // Another tab may be where it is written.
    addEventListener('storage', ({ key }) => key?.startsWith(PREFIX) && this.begun.set(this.repliesBegun()));
  }

  /** The reply that waits to be finished in a session, for its row; empty when there is none. */
  begunReply(sessionId: string): string {
    return this.begun().get(sessionId) ?? '';
  }

  read(sessionId: string, kind: DraftKind): string {
    return parse(localStorage.getItem(this.key(sessionId, kind)))?.text ?? '';
  }

  keep(sessionId: string, kind: DraftKind, text: string): void {
    const key = this.key(sessionId, kind);
    if (text === '') localStorage.removeItem(key);
    else write(key, { text, at: Date.now() });
    if (kind === 'reply') this.begun.update((begun) => withReply(begun, sessionId, text));
  }

  /** Puts a text below whatever is already being written. */
  append(sessionId: string, kind: DraftKind, text: string): void {
    const written = this.read(sessionId, kind).trim();
    this.keep(sessionId, kind, written === '' ? text : `${written}\n\n${text}`);
  }

  private repliesBegun(): ReadonlyMap<string, string> {
    const mine = `${PREFIX}${this.signedIn.userId()}.`;
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(mine) && key.endsWith('.reply'));
    return new Map(keys.map((key) => [key.slice(mine.length, -'.reply'.length), parse(localStorage.getItem(key))?.text ?? '']));
  }

  private key(sessionId: string, kind: DraftKind): string {
    return `${PREFIX}${this.signedIn.userId()}.${sessionId}.${kind}`;
  }
}

function withReply(begun: ReadonlyMap<string, string>, sessionId: string, text: string): ReadonlyMap<string, string> {
  const next = new Map(begun);
  if (text === '') next.delete(sessionId);
  else next.set(sessionId, text);
  return next;
}

function write(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A full storage must not stop anybody from typing; this draft lives until the page is left.
  }
}

function forgetOld(now: number): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const kept = parse(localStorage.getItem(key));
    if (!kept || now - kept.at > KEPT_FOR_MS) localStorage.removeItem(key);
  }
}

function parse(stored: string | null): Kept | null {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<Kept> | null;
    return kept && typeof kept.text === 'string' && typeof kept.at === 'number' ? { text: kept.text, at: kept.at } : null;
  } catch {
    return null;
  }
}
