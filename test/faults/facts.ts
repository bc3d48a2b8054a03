import { Client } from 'pg';

/** What the database holds about the websites of a scenario, when everything has come to rest. */
export interface Facts {
  readonly sessions: readonly SessionFact[];
  /** In the order of session and seq. */
  readonly messages: readonly MessageFact[];
  readonly handoffs: readonly { readonly id: string; readonly session_id: string; readonly status: string }[];
  /** In the order of handoff and time. */
  readonly timeline: readonly { readonly handoff_id: string; readonly kind: string; readonly actor_name: string | null }[];
  readonly audited: readonly { readonly handoff_id: string; readonly action: string }[];
  readonly events: readonly { readonly handoff_id: string; readonly kind: string }[];
  readonly openTurns: readonly { readonly id: string; readonly session_id: string; readonly state: string }[];
}

export interface SessionFact {
  readonly id: string;
  readonly website: string;
  readonly owner: string;
  readonly epoch: number;
  readonly last_seq: number;
}

export interface MessageFact {
  readonly session_id: string;
  readonly seq: number;
  readonly author_kind: 'visitor' | 'ai' | 'agent' | 'system';
  readonly author_name: string | null;
  readonly text: string;
  readonly client_id: string | null;
  readonly event: { readonly code: string; readonly agent?: string } | null;
}

/** Looks at a database from beside the application. It may have been away in between, so every look is a new connection. */
export class Witness {
  constructor(private readonly url: () => Promise<string>) {}

  async openTurns(websiteIds: readonly string[]): Promise<Facts['openTurns']> {
    return this.rows(`select id, session_id, state from ai_turn where state in ('owed', 'running') and website_id = any ($1)`, websiteIds);
  }

  /** News that was written down and not carried on yet. */
  async openDeliveries(): Promise<number> {
    const [row] = await this.rows<{ n: number }>(
      `select (select count(*)::int from domain_event where fanned_out_at is null) + (select count(*)::int from reaction_delivery where state = 'due') as n`,
    );
    return row!.n;
  }

  async lastSeq(sessionId: string): Promise<number> {
    const [row] = await this.rows<{ last_seq: number }>(`select last_seq from session where id = $1`, sessionId);
    return row?.last_seq ?? 0;
  }

  async facts(websiteIds: readonly string[]): Promise<Facts> {
    return {
      sessions: await this.rows(
        `select s.id, w.name as website, s.owner, s.epoch, s.last_seq from session s join website w on w.id = s.website_id where s.website_id = any ($1)`,
        websiteIds,
      ),
      messages: await this.rows(
        `select session_id, seq, author_kind, author_name, text, client_id, event from message where website_id = any ($1) order by session_id, seq`,
        websiteIds,
      ),
      handoffs: await this.rows(`select id, session_id, status from handoff where website_id = any ($1) order by opened_at`, websiteIds),
      timeline: await this.rows(
        `select handoff_id, kind, actor_name from handoff_event where website_id = any ($1) order by handoff_id, created_at, id`,
        websiteIds,
      ),
      audited: await this.rows(
        `select subject_id as handoff_id, action from audit_entry where subject_type = 'handoff' and website_id = any ($1)`,
        websiteIds,
      ),
      events: await this.rows(
        `select (payload ->> 'handoffId')::uuid as handoff_id, kind from domain_event where kind like 'handoff.%' and website_id = any ($1)`,
        websiteIds,
      ),
      openTurns: await this.openTurns(websiteIds),
    };
  }

  private async rows<Row extends object>(sql: string, ...params: unknown[]): Promise<Row[]> {
    const client = new Client({ connectionString: await this.url() });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql, params)).rows;
    } finally {
      await client.end();
    }
  }
}
