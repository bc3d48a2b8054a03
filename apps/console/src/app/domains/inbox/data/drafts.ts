import { inject, Injectable } from '@angular/core';
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

  constructor() {
    forgetOld(Date.now());
  }

  read(sessionId: string, kind: DraftKind): string {
    return parse(localStorage.getItem(this.key(sessionId, kind)))?.text ?? '';
  }

  keep(sessionId: string, kind: DraftKind, text: string): void {
    const key = this.key(sessionId, kind);
    if (text === '') localStorage.removeItem(key);
    else write(key, { text, at: Date.now() });
  }

  private key(sessionId: string, kind: DraftKind): string {
    return `${PREFIX}${this.signedIn.userId()}.${sessionId}.${kind}`;
  }
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
