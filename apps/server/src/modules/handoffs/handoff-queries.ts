import { Injectable } from '@nestjs/common';
import type { Handoff, HandoffSummary, InboxCounts, ListHandoffs, Page, QueuePulse } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, Gathering } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { HandoffDetails } from './handoff-details.js';
import { ORDERS, encodeCursor, type Order } from './handoff-cursor.js';
import { HandoffList, isUnfiltered } from './handoff-list.js';
import { HandoffSummaries } from './handoff-summaries.js';
import { InboxCounter } from './inbox-counter.js';
import { Queue } from './queue.js';
import { HandoffSearch } from './search/handoff-search.js';

const PAGE = 50;
const MAX_BATCH = 128;

/** Reads of the inbox, always narrowed to the websites where the member may see handoffs. */
@Injectable()
export class HandoffQueries {
  private readonly placing = new Gathering<string, Whereabouts | null>({
    keyOf: (handoffId) => handoffId,
    run: (batch) => this.place(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
  });

  constructor(
    private readonly database: Database,
    private readonly summaries: HandoffSummaries,
    private readonly search: HandoffSearch,
    private readonly details: HandoffDetails,
    private readonly counter: InboxCounter,
    private readonly queue: Queue,
    private readonly clock: Clock,
  ) {}

  async list(member: Member, query: ListHandoffs): Promise<Page<HandoffSummary>> {
    const limit = query.limit ?? PAGE;
    const websiteIds = visibleWebsites(member, query.websiteId ? [query.websiteId] : undefined);
    if (websiteIds?.length === 0) return { items: [], nextCursor: null };
    // One more than asked for tells whether there is a next page.
    const list = new HandoffList(query, websiteIds, member.userId);
    const items = await this.read(query, list, limit + 1);
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page,
      nextCursor: items.length > limit && last ? encodeCursor(list.order, { at: sortValue(list.order, last), id: last.id }) : null,
    };
  }

  private read(query: ListHandoffs, list: HandoffList, rows: number): Promise<readonly HandoffSummary[]> {
    if (isQuestion(query)) return this.search.find(query, list.websiteIds, list.userId, rows);
    // What the inbox asks for as long as nobody filters: a view, page by page.
    if (query.view && isUnfiltered(query)) return this.summaries.selectUsual(list, list.first(rows));
    return this.summaries.select(list, list.first(rows));
  }

  /** @param websiteIds narrows further; others than the member's are ignored */
  counts(member: Member, websiteIds?: readonly string[]): Promise<InboxCounts> {
    return this.counter.of(member.userId, visibleWebsites(member, websiteIds));
  }

  /** @throws NotFound also when it is another website's */
  async get(member: Member, handoffId: string): Promise<Handoff> {
    const handoff = await this.details.of(handoffId);
    if (!handoff || !member.can('handoff.view', handoff.website.id)) throw new NotFound('handoff');
    return handoff;
  }

  pulse(member: Member, websiteId?: string): Promise<QueuePulse> {
    return this.queue.pulse(visibleWebsites(member, websiteId ? [websiteId] : undefined), this.clock.now());
  }

  whereabouts(handoffId: string): Promise<Whereabouts | null> {
    return this.placing.add(handoffId.toLowerCase());
  }

  /** As ids come back from Postgres, which reads capital letters, too. */
  private async place(handoffIds: readonly string[]): Promise<readonly PromiseSettledResult<Whereabouts | null>[]> {
    const rows = await this.database.prepared<Whereabouts>(
      `select id, session_id as "sessionId", website_id as "websiteId" from handoff where id = any ($1)`,
      [handoffIds],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return handoffIds.map((id) => ({ status: 'fulfilled', value: found.get(id) ?? null }));
  }
}

interface Whereabouts {
  readonly id: string;
  readonly sessionId: string;
  readonly websiteId: string;
}

/** null: all of them */
function visibleWebsites(member: Member, wanted?: readonly string[]): readonly string[] | null {
  const allowed = member.websitesWith('handoff.view');
  if (!wanted) return allowed === 'all' ? null : allowed;
  return allowed === 'all' ? wanted : wanted.filter((id) => allowed.includes(id));
}

function isQuestion(query: ListHandoffs): query is ListHandoffs & { readonly q: string } {
  return (query.q?.trim() ?? '') !== '';
}

function sortValue(order: Order, row: HandoffSummary): string {
  switch (order) {
    case ORDERS.activity:
      return row.lastActivityAt;
    case ORDERS.ended:
      return row.resolvedAt ?? row.cancelledAt ?? row.openedAt;
    default:
      return row.openedAt;
  }
}
