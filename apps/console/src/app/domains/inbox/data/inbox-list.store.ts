import { computed, inject, Injectable, signal } from '@angular/core';
import type { HandoffSummary } from '#contracts';
import { BatonTeam } from '#sdk';
import { SignedIn } from '../../../shell';
import { belongs, inOrder, type ListQuery } from './belongs';

const PAGE_ROWS = 50;

/** The rows of one view: loaded page by page, then kept right by what happens live. */
@Injectable()
export class InboxListStore {
  private readonly team = inject(BatonTeam);
  private readonly signedIn = inject(SignedIn);
  private readonly asked = signal<ListQuery>({ view: 'unassigned', websiteId: null, q: '', sort: 'oldest' });
  private readonly loaded = signal<readonly HandoffSummary[]>([]);
  private readonly cursor = signal<string | null>(null);
  private readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  /** Answers to questions asked before this one are late and dropped. */
  private question = 0;
  private loadingMore = false;

  readonly query = this.asked.asReadonly();
  readonly rows = this.loaded.asReadonly();
  readonly phase = this.state.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  async show(query: ListQuery): Promise<void> {
    this.asked.set(query);
    this.loaded.set([]);
    this.cursor.set(null);
    this.state.set('loading');
    await this.load(PAGE_ROWS);
  }

  /** After a lost connection: the same rows again, without emptying the list in between. */
  async refresh(): Promise<void> {
    await this.load(Math.min(200, Math.max(PAGE_ROWS, this.loaded().length)));
  }

  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.loadingMore) return;
    const question = this.question;
    this.loadingMore = true;
    try {
      const page = await this.team.handoffs.list({ ...this.asParameters(), cursor, limit: PAGE_ROWS });
      if (question !== this.question) return;
      const known = new Set(this.loaded().map((row) => row.id));
      this.loaded.update((rows) => [...rows, ...page.items.filter((row) => !known.has(row.id))]);
      this.cursor.set(page.nextCursor);
    } finally {
      this.loadingMore = false;
    }
  }

  /** A handoff opened or changed somewhere: it comes, moves or leaves. */
  changed(handoff: HandoffSummary): void {
    if (this.state() !== 'ready') return;
    const others = this.loaded().filter((row) => row.id !== handoff.id);
    if (!belongs(handoff, this.asked(), this.signedIn.userId())) {
      if (others.length < this.loaded().length) this.loaded.set(others);
      return;
    }
    const before = inOrder(this.asked());
    const at = others.findIndex((row) => before(handoff, row) < 0);
    // Past the last loaded row it belongs to a page that is not loaded yet, and comes with it.
    if (at === -1 && this.hasMore()) this.loaded.set(others);
    else this.loaded.set(at === -1 ? [...others, handoff] : others.toSpliced(at, 0, handoff));
  }

  /** This agent has read that far; the row need not wait for the server to say so. */
  readUpTo(sessionId: string, seq: number): void {
    if (!this.loaded().some((row) => row.sessionId === sessionId && row.teamReadSeq < seq)) return;
    this.loaded.update((rows) => rows.map((row) => (row.sessionId === sessionId ? { ...row, teamReadSeq: Math.max(row.teamReadSeq, seq) } : row)));
  }

  private async load(limit: number): Promise<void> {
    const question = ++this.question;
    try {
      const page = await this.team.handoffs.list({ ...this.asParameters(), limit });
      if (question !== this.question) return;
      this.loaded.set(page.items);
      this.cursor.set(page.nextCursor);
      this.state.set('ready');
    } catch {
      if (question === this.question && this.state() !== 'ready') this.state.set('failed');
    }
  }

  private asParameters() {
    const { view, websiteId, q, sort } = this.asked();
    return { view, sort, ...(websiteId === null ? {} : { websiteId }), ...(q.trim() === '' ? {} : { q: q.trim() }) };
  }
}
