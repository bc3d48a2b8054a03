import { Injectable } from '@nestjs/common';
import type { AuthorKind, PageInfo, Trigger } from '#contracts';
import { Database } from '../../../platform/database/index.js';
import type { KeptSituation } from './kept-situation.js';

/** A session as far as rules are concerned, read long after. */
export interface PastConversation {
  readonly id: string;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly page: PageInfo | null;
  /** As they are known now. */
  readonly visitor: {
    readonly email: string | null;
    readonly verified: boolean;
    readonly attributes: Readonly<Record<string, string | number | boolean>>;
    readonly updatedAt: Date;
  };
  readonly messages: readonly PastMessage[];
  /** One for each turn at which rules were asked, in order. */
  readonly turns: readonly KeptSituation[];
  readonly handoffs: readonly PastHandoff[];
  /** Answers of an AI that the visitor never saw. */
  readonly withheld: readonly { readonly afterSeq: number; readonly confidence: number | null; readonly responder: string }[];
}

export interface PastMessage {
  readonly seq: number;
  readonly author: AuthorKind;
  /** Empty unless texts were asked for. */
  readonly text: string;
  readonly at: Date;
  readonly confidence: number | null;
  readonly responder: string | null;
  /** Of an AI's answer: up to which seq it had read. */
  readonly answersSeq: number | null;
}

export interface PastHandoff {
  readonly openedSeq: number;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly trigger: Trigger;
  readonly code: string;
}

export interface PastSpan {
  readonly websiteId: string;
  /** Sessions that began at or after it … */
  readonly from: Date;
  /** … and before it. */
  readonly to: Date;
  readonly limit: number;
}

/** Sessions that are read in one go: enough to be quick, few enough to take little memory. */
const SESSIONS_AT_ONCE = 100;

/** Reads past conversations, some at a time, newest first. */
@Injectable()
export class PastConversations {
  constructor(private readonly database: Database) {}

  async count({ websiteId, from, to, limit }: PastSpan): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from (select from session where website_id = $1 and started_at >= $2 and started_at < $3 limit $4) s`,
      [websiteId, from, to, limit],
    );
    return row!.n;
  }

  /** @param texts whether what was written matters */
  async *newestFirst(span: PastSpan, texts: boolean): AsyncGenerator<readonly PastConversation[]> {
    let left = span.limit;
    let before: { readonly startedAt: string; readonly id: string } | null = null;
    while (left > 0) {
      const sessions: readonly SessionRow[] = await this.database.query<SessionRow>(PAGE, [
        span.websiteId,
        span.from,
        span.to,
        before?.startedAt ?? null,
        before?.id ?? null,
        Math.min(left, SESSIONS_AT_ONCE),
      ]);
      if (sessions.length === 0) return;
      left -= sessions.length;
      const last = sessions.at(-1)!;
      before = { startedAt: last.key, id: last.id };
      yield await this.whole(sessions, texts);
    }
  }

  /** null when there is none, or when it is another website's */
  async one(sessionId: string, websiteId: string): Promise<PastConversation | null> {
    const sessions = await this.database.query<SessionRow>(ONE, [sessionId, websiteId]);
    return (await this.whole(sessions, true))[0] ?? null;
  }

  /** What the visitor had written last at each of these places, shortened. */
  async excerpts(places: readonly { readonly sessionId: string; readonly seq: number }[]): Promise<readonly string[]> {
    const rows = await this.database.query<{ text: string }>(EXCERPTS, [places.map(({ sessionId }) => sessionId), places.map(({ seq }) => seq)]);
    return rows.map(({ text }) => text);
  }

  private async whole(sessions: readonly SessionRow[], texts: boolean): Promise<PastConversation[]> {
    const ids = sessions.map(({ id }) => id);
    const [messages, turns, handoffs, withheld] = await Promise.all([
      this.of<PastMessage>(texts ? MESSAGES : MESSAGES_WITHOUT_TEXT, ids),
      this.of<{ situation: KeptSituation }>(TURNS, ids),
      this.of<PastHandoff>(HANDOFFS, ids),
      this.of<PastConversation['withheld'][number]>(WITHHELD, ids),
    ]);
    return sessions.map(({ key: _, email, verified, attributes, updatedAt, ...session }) => ({
      ...session,
      visitor: { email, verified, attributes, updatedAt },
      messages: messages(session.id),
      turns: turns(session.id).map(({ situation }) => situation),
      handoffs: handoffs(session.id),
      withheld: withheld(session.id),
    }));
  }

  /** The rows of a statement by their session; there they keep their order. */
  private async of<Row>(statement: string, sessionIds: readonly string[]): Promise<(sessionId: string) => readonly Row[]> {
    const rows = await this.database.query<Row & { sessionId: string }>(statement, [sessionIds]);
    const bySession = Map.groupBy(rows, ({ sessionId }) => sessionId);
    return (sessionId) => bySession.get(sessionId) ?? [];
  }
}

interface SessionRow extends Pick<PastConversation, 'id' | 'startedAt' | 'closedAt' | 'locale' | 'tags' | 'page'> {
  /** When it began, as exactly as Postgres knows. */
  readonly key: string;
  readonly email: string | null;
  readonly verified: boolean;
  readonly attributes: PastConversation['visitor']['attributes'];
  readonly updatedAt: Date;
}

const SESSION = /* sql */ `
select s.id, s.started_at as "startedAt", s.started_at::text as key, s.closed_at as "closedAt", s.locale, s.tags, s.page,
       v.email, v.verified, v.attributes, v.updated_at as "updatedAt"
  from session s join visitor v on v.id = s.visitor_id`;

const PAGE = /* sql */ `
${SESSION}
 where s.website_id = $1 and s.started_at >= $2 and s.started_at < $3
   and ($4::timestamptz is null or (s.started_at, s.id) < ($4::timestamptz, $5::uuid))
 order by s.started_at desc, s.id desc limit $6`;

const ONE = /* sql */ `${SESSION} where s.id = $1 and s.website_id = $2`;

const messagesWith = (text: string): string => /* sql */ `
select session_id as "sessionId", seq, author_kind as author, ${text} as text, created_at as at, ai_confidence as confidence,
       ai_responder as responder, ai_answers_seq as "answersSeq"
  from message where session_id = any ($1) order by session_id, seq`;
const MESSAGES = messagesWith('text');
const MESSAGES_WITHOUT_TEXT = messagesWith(`''`);

const TURNS = /* sql */ `
select session_id as "sessionId", situation from ai_turn where session_id = any ($1) and situation is not null order by session_id, after_seq, id`;

const HANDOFFS = /* sql */ `
select session_id as "sessionId", opened_seq as "openedSeq", opened_at as "openedAt", ended_at as "endedAt", coalesce(cause, trigger) as trigger, code
  from handoff where session_id = any ($1) order by session_id, opened_at`;

const WITHHELD = /* sql */ `
select session_id as "sessionId", after_seq as "afterSeq", confidence, responder
  from suggestion where session_id = any ($1) and why = 'withheld' order by session_id, after_seq`;

const EXCERPTS = /* sql */ `
select coalesce((
         select left(regexp_replace(m.text, '\\s+', ' ', 'g'), 200) from message m
          where m.session_id = p.session_id and m.seq <= p.seq and m.author_kind = 'visitor' order by m.seq desc limit 1
       ), '') as text
  from unnest($1::uuid[], $2::int[]) with ordinality as p (session_id, seq, n) order by p.n`;
