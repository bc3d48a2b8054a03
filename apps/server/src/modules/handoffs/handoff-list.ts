import type { InboxView, ListHandoffs } from '#contracts';
import { decodeCursor, ORDERS, type Order } from './handoff-cursor.js';

const FEW_WEBSITES = 20;
/** The sizes of page that the console asks for. */
const USUAL_PAGES = new Set([undefined, 50, 200]);

/**
 * What a list asks for, as SQL. Values only ever travel as parameters. Rows are taken website by website, each along an index
 * in the list's order, so that a page costs the same however many handoffs there are.
 */
export class HandoffList {
  readonly order: Order;
  readonly params: unknown[] = [];
  private readonly conditions: string[] = [];
  private websitesParam: string | undefined;

  /** @param websiteIds null: all there are; not empty */
  constructor(
    query: ListHandoffs,
    readonly websiteIds: readonly string[] | null,
    readonly userId: string,
  ) {
    this.order = orderOf(query);
    if (query.view) this.conditions.push(viewCondition(query.view, () => this.param(userId)));
    if (query.status) this.conditions.push(`h.status = ${this.param(query.status)}`);
    if (query.trigger) this.conditions.push(`h.trigger = ${this.param(query.trigger)}`);
    if (query.teamId) this.conditions.push(`h.team_id = ${this.param(query.teamId)}`);
    if (query.assignee === 'none') this.conditions.push('h.assignee_id is null');
    else if (query.assignee) this.conditions.push(`h.assignee_id = ${this.param(query.assignee === 'me' ? userId : query.assignee)}`);
    if (query.cursor) {
      const after = decodeCursor(this.order, query.cursor);
      const beyond = this.order.direction === 'asc' ? '>' : '<';
      this.conditions.push(`(${this.order.column}, h.id) ${beyond} (${this.param(after.at)}::timestamptz, ${this.param(after.id)}::uuid)`);
    }
  }

  /** What a message changes is in no index. */
  get hasIndex(): boolean {
    return this.order !== ORDERS.activity;
  }

  /** @returns how the statement refers to the value */
  param(value: unknown): string {
    return `$${this.params.push(value)}`;
  }

  /** The first rows. */
  first(rows: number): string {
    return this.merged(this.walk(rows), rows);
  }

  /** The first rows out of the next `steps` of every website that meet a condition on `h`. @param met a lateral table that is empty where it does not hold */
  firstWhere(met: string, rows: number, steps: number): string {
    return this.merged(
      `select h.* from (${this.walk(steps)}) h cross join lateral (${met}) met order by ${this.sorting('h.place')} limit ${rows}`,
      rows,
    );
  }

  /** Those of some sessions, sorted when all of them are there, by what little is needed to sort. @param sessions a table of `session_id` */
  ofSessions(sessions: string, rows: number): string {
    const websites = this.websiteIds === null ? [] : [`h.website_id = any (${this.websites()})`];
    const conditions = ['h.session_id = hit.session_id', ...websites, ...this.conditions];
    return `select h.*, first.place from (
        select h.id, h.place from (${sessions}) hit
        cross join lateral (select h.id, ${this.order.column} as place from handoff h ${this.session()} where ${conditions.join(' and ')} offset 0) h
        order by ${this.sorting('h.place')} limit ${rows}
      ) first join handoff h on h.id = first.id`;
  }

  sorting(column: string): string {
    return `${column} ${this.order.direction}, h.id ${this.order.direction}`;
  }

  private walk(rows: number): string {
    return `select h.*, ${this.order.column} as place from handoff h ${this.session()}
      where ${['h.website_id = site.id', ...this.conditions].join(' and ')} order by ${this.sorting(this.order.column)} limit ${rows}`;
  }

  private merged(ofWebsite: string, rows: number): string {
    return `select h.* from ${this.sites()} cross join lateral (${ofWebsite}) h order by ${this.sorting('h.place')} limit ${rows}`;
  }

  /** One by one as long as they are few: of an array Postgres guesses the length, and plans each page anew to know better. */
  private sites(): string {
    if (this.websiteIds === null) return 'website site';
    if (this.websiteIds.length > FEW_WEBSITES) return `unnest(${this.websites()}) site (id)`;
    return `(values ${this.websiteIds.map((id) => `(${this.param(id)}::uuid)`).join(', ')}) site (id)`;
  }

  private websites(): string {
    return (this.websitesParam ??= `${this.param(this.websiteIds)}::uuid[]`);
  }

  private session(): string {
    return this.hasIndex ? '' : 'join session s on s.id = h.session_id';
  }
}

/** As the console asks as long as nobody filters; such lists make few different statements. */
export function isUnfiltered({ status, trigger, teamId, assignee, sort, limit }: ListHandoffs): boolean {
  return USUAL_PAGES.has(limit) && [status, trigger, teamId, assignee, sort].every((filter) => filter === undefined);
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
