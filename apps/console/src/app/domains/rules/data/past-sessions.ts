import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { HandoffSummary, Page, TeamMessage } from '#contracts';

const SHOWN = 30;
const MESSAGES = 200;

/** A conversation to try a rule with. */
export interface PastSession {
  readonly id: string;
  readonly visitor: string;
  readonly text: string;
  readonly at: string;
}

/** The latest conversations a person was called to, and what was said in one. */
@Injectable({ providedIn: 'root' })
export class PastSessions {
  private readonly http = inject(HttpClient);
  private readonly latest = signal<{ readonly websiteId: string; readonly sessions: readonly PastSession[] } | null>(null);

  /** null: not asked for yet */
  listOf(websiteId: string): readonly PastSession[] | null {
    const latest = this.latest();
    return latest?.websiteId === websiteId ? latest.sessions : null;
  }

  async load(websiteId: string): Promise<void> {
    const params = { websiteId, sort: 'newest', limit: SHOWN };
    const { items } = await firstValueFrom(this.http.get<Page<HandoffSummary>>('/api/v1/handoffs', { params }));
    const seen = new Map<string, PastSession>();
    for (const { sessionId, visitor, lastMessage, openedAt } of items) {
      if (!seen.has(sessionId)) seen.set(sessionId, { id: sessionId, visitor: visitor.name ?? '', text: lastMessage?.text ?? '', at: openedAt });
    }
    this.latest.set({ websiteId, sessions: [...seen.values()] });
  }

  /** Its newest messages, oldest first. */
  async messages(sessionId: string, around?: number): Promise<readonly TeamMessage[]> {
    const params = { limit: MESSAGES, ...(around !== undefined && { afterSeq: Math.max(0, around - MESSAGES / 2) }) };
    return (await firstValueFrom(this.http.get<Page<TeamMessage>>(`/api/v1/sessions/${sessionId}/messages`, { params }))).items;
  }
}
