import { Injectable } from '@nestjs/common';
import type { Handoff, HandoffSummary, InboxCounts, InboxView, ListHandoffs, Page, QueuePulse } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { HandoffDetails } from './handoff-details.js';
import { ORDERS, decodeCursor, encodeCursor, type Order } from './handoff-cursor.js';
import { HandoffSummaries } from './handoff-summaries.js';
import { Queue } from './queue.js';

const PAGE = 50;

/** Reads of the inbox, always narrowed to the websites where the member may see handoffs. */
@Injectable()
export class HandoffQueries {
  constructor(
    private readonly database: Database,
    private readonly summaries: HandoffSummaries,
    private readonly details: HandoffDetails,
    private readonly queue: Queue,
    private readonly clock: Clock,
  ) {}

  async list(member: Member, query: ListHandoffs): Promise<Page<HandoffSummary>> {
    const where = new Conditions();
    const websites = member.websitesWith('handoff.view');
    if (websites !== 'all') where.add((p) => `h.website_id = any (${p(websites)})`);
    if (query.websiteId) where.add((p) => `h.website_id = ${p(query.websiteId)}`);
    if (query.status) where.add((p) => `h.status = ${p(query.status)}`);
    if (query.trigger) where.add((p) => `h.trigger = ${p(query.trigger)}`);
    if (query.teamId) where.add((p) => `h.team_id = ${p(query.teamId)}`);
    if (query.assignee === 'none') where.add(() => 'h.assignee_id is null');
    else if (query.assignee) where.add((p) => `h.assignee_id = ${p(query.assignee === 'me' ? member.userId : query.assignee)}`);
    if (query.view) where.add((p) => viewCondition(query.view!, () => p(member.userId)));
    if (query.q) {
      const words = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
      where.add((p) => {
        const like = p(words);
        return `(v.name ilike ${like} or v.email ilike ${like} or s.last_message_text ilike ${like})`;
      });
    }

    const order = orderOf(query);
    if (query.cursor) {
      const after = decodeCursor(order, query.cursor);
      const beyond = order.direction === 'asc' ? '>' : '<';
      where.add((p) => `(${order.column}, h.id) ${beyond} (${p(after.at)}::timestamptz, ${p(after.id)}::uuid)`);
    }
    const limit = query.limit ?? PAGE;
    // One more than asked for tells whether there is a next page.
    const items = await this.summaries.select(
      `${where.sql()} order by ${order.column} ${order.direction}, h.id ${order.direction} limit ${limit + 1}`,
      where.params,
    );
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page,
      nextCursor: items.length > limit && last ? encodeCursor(order, { at: sortValue(order, last), id: last.id }) : null,
    };
  }

  /** @param websiteIds narrows further; others than the member's are ignored */
  async counts(member: Member, websiteIds?: readonly string[]): Promise<InboxCounts> {
    const rows = await this.database.query<{ status: string; offline: boolean; mine: boolean; n: number }>(
      `select status, offline, assignee_id is not distinct from $2::uuid as mine, sum(n)::int as n
       from handoff_tally where $1::uuid[] is null or website_id = any ($1) group by 1, 2, 3`,
      [visibleWebsites(member, websiteIds), member.userId],
    );
    const sum = (matches: (row: (typeof rows)[number]) => boolean): number => rows.filter(matches).reduce((total, row) => total + row.n, 0);
    const open = (row: { status: string }): boolean => row.status === 'pending' || row.status === 'claimed';
    return {
      mine: sum((row) => open(row) && row.mine),
      unassigned: sum((row) => row.status === 'pending' && !row.offline),
      // Until a website has SLA policies nothing can be at risk.
      sla_at_risk: 0,
      offline: sum((row) => open(row) && row.offline),
      open: sum(open),
      resolved: sum((row) => !open(row)),
    };
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

  async whereabouts(handoffId: string): Promise<{ sessionId: string; websiteId: string } | null> {
    const [row] = await this.database.query<{ session_id: string; website_id: string }>(`select session_id, website_id from handoff where id = $1`, [
      handoffId,
    ]);
    return row ? { sessionId: row.session_id, websiteId: row.website_id } : null;
  }
}

/** null: all of them */
function visibleWebsites(member: Member, wanted?: readonly string[]): readonly string[] | null {
  const allowed = member.websitesWith('handoff.view');
  if (!wanted) return allowed === 'all' ? null : allowed;
  return allowed === 'all' ? wanted : wanted.filter((id) => allowed.includes(id));
}

function viewCondition(view: InboxView, me: () => string): string {
  switch (view) {
    case 'mine':
      return `h.assignee_id = ${me()} and h.status in ('pending', 'claimed')`;
    case 'unassigned':
      return `h.status = 'pending' and not h.offline`;
    case 'sla_at_risk':
      return 'false';
    case 'offline':
      return `h.offline and h.status in ('pending', 'claimed')`;
    case 'open':
      return `h.status in ('pending', 'claimed')`;
    case 'resolved':
      return `h.status in ('resolved', 'cancelled')`;
  }
}

/** Whoever waits longest comes first, and what ended last comes first, unless the caller wants otherwise. */
function orderOf(query: ListHandoffs): Order {
  if (query.sort) return ORDERS[query.sort];
  if (query.view === 'resolved') return ORDERS.ended;
  return query.view || query.status === 'pending' || query.status === 'claimed' ? ORDERS.oldest : ORDERS.newest;
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

/** A where clause whose values only ever travel as parameters. */
class Conditions {
  readonly params: unknown[] = [];
  private readonly parts: string[] = [];

  add(part: (param: (value: unknown) => string) => string): void {
    this.parts.push(part((value) => `$${this.params.push(value)}`));
  }

  sql(): string {
    return this.parts.length ? `where ${this.parts.join(' and ')}` : '';
  }
}
