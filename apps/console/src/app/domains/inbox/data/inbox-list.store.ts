import { computed, inject, Injectable, signal } from '@angular/core';
import type { HandoffSummary, ListHandoffs } from '#contracts';
import { BatonTeam } from '#sdk';
import { SignedIn } from '../../../shell';
import { belongs, inOrder, type ListQuery } from './belongs';

const FIRST_PAGE_ROWS = 50;
/** As many as the server gives at once: whoever scrolls on wants to get far. */
const PAGE_ROWS = 200;

const NOTHING_ASKED: ListQuery = { view: 'unassigned', websiteId: null, trigger: null, assignee: null, q: '', sort: 'oldest' };

/** The rows of one view: loaded page by page, then kept right by what happens live. */
@Injectable()
export class InboxListStore {
  private readonly team = inject(BatonTeam);
  private readonly signedIn = inject(SignedIn);
  private readonly asked = signal<ListQuery>(NOTHING_ASKED);
  private readonly loaded = signal<readonly HandoffSummary[]>([]);
  private readonly cursor = signal<string | null>(null);
  private readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly further = signal<'idle' | 'loading' | 'failed'>('idle');
  /** Answers to questions asked before this one are late and dropped. */
  private question = 0;

  readonly query = this.asked.asReadonly();
  readonly rows = this.loaded.asReadonly();
  readonly phase = this.state.asReadonly();
  /** How the rows after the last one stand. */
  readonly more = this.further.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  async show(query: ListQuery): Promise<void> {
    this.asked.set(query);
    this.loaded.set([]);
    this.cursor.set(null);
    this.state.set('loading');
    await this.load(FIRST_PAGE_ROWS);
  }

  /** After a lost connection: the same rows again, without emptying the list in between. */
  async refresh(): Promise<void> {
    await this.load(Math.max(FIRST_PAGE_ROWS, this.loaded().length));
  }

  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.further() === 'loading') return;
    const { question } = this;
    this.further.set('loading');
    try {
      const page = await this.team.handoffs.list({ ...this.asParameters(), cursor, limit: PAGE_ROWS });
      if (question !== this.question) return;
      const known = new Set(this.loaded().map((row) => row.id));
      this.loaded.update((rows) => [...rows, ...page.items.filter((row) => !known.has(row.id))]);
      this.cursor.set(page.nextCursor);
      this.further.set('idle');
    } catch {
      if (question === this.question) this.further.set('failed');
    }
  }

  /** A handoff opened or changed somewhere: it comes, moves or leaves. */
  changed(news: HandoffSummary): void {
    if (this.state() !== 'ready') return;
    const before = this.loaded().find((row) => row.id === news.id);
    const others = this.loaded().filter((row) => row.id !== news.id);
    const isListed = before !== undefined;
    // By which message it was found only the search can tell.
    const handoff = before?.found ? { ...news, found: before.found } : news;
    // What the server found by words that were said earlier stays found, whatever is said next.
    const query = isListed ? { ...this.asked(), q: '' } : this.asked();
    if (!belongs(handoff, query, this.signedIn.userId())) {
      if (isListed) this.loaded.set(others);
      return;
    }
    const order = inOrder(this.asked());
    const at = others.findIndex((row) => order(handoff, row) < 0);
    // Past the last loaded row it belongs to a page that is not loaded yet, and comes with it.
    if (at === -1 && this.hasMore()) this.loaded.set(others);
    else this.loaded.set(at === -1 ? [...others, handoff] : others.toSpliced(at, 0, handoff));
  }

  /** This agent has read that far; the row need not wait for the server to say so. */
  readUpTo(sessionId: string, seq: number): void {
    if (!this.loaded().some((row) => row.sessionId === sessionId && row.teamReadSeq < seq)) return;
    this.loaded.update((rows) => rows.map((row) => (row.sessionId === sessionId ? { ...row, teamReadSeq: Math.max(row.teamReadSeq, seq) } : row)));
  }

  /** The first rows, as many pages of them as it takes; shown when all of them are there. */
  private async load(atLeast: number): Promise<void> {
    const question = ++this.question;
    this.further.set('idle');
    try {
      let rows: readonly HandoffSummary[] = [];
      let cursor: string | null = null;
      let isFull = true;
      do {
        const limit = Math.min(PAGE_ROWS, atLeast - rows.length);
        const page = await this.team.handoffs.list({ ...this.asParameters(), ...(cursor === null ? {} : { cursor }), limit });
        if (question !== this.question) return;
        rows = [...rows, ...page.items];
        cursor = page.nextCursor;
        isFull = page.items.length === limit;
      } while (cursor !== null && isFull && rows.length < atLeast);
      this.loaded.set(rows);
      this.cursor.set(cursor);
      this.state.set('ready');
    } catch {
      if (question === this.question && this.state() !== 'ready') this.state.set('failed');
    }
  }

  private asParameters(): ListHandoffs {
    const { view, websiteId, trigger, assignee, q, sort } = this.asked();
    return {
      view,
      // What has ended has an order of its own.
      ...(view === 'resolved' ? {} : { sort }),
      ...(websiteId === null ? {} : { websiteId }),
      ...(trigger === null ? {} : { trigger }),
      ...(assignee === null ? {} : { assignee }),
      ...(q.trim() === '' ? {} : { q: q.trim() }),
    };
  }
}
