import { Injectable } from '@nestjs/common';
import type { Source, Suggestion } from '#contracts';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';

/** AI texts that the visitor never saw; the team may use them. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly database: Database,
    private readonly broadcaster: Broadcaster,
  ) {}

  async keep(tx: Transaction, draft: NewSuggestion): Promise<Suggestion> {
    const id = newId();
    await tx.query(
      `insert into suggestion (id, website_id, session_id, after_seq, text, confidence, sources, responder, why, client_id, handoff_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        draft.websiteId,
        draft.sessionId,
        draft.afterSeq,
        draft.text,
        draft.confidence,
        JSON.stringify(draft.sources),
        draft.responder,
        draft.why,
        draft.clientId ?? null,
        draft.handoffId ?? null,
        draft.at,
      ],
    );
    const suggestion: Suggestion = {
      id,
      sessionId: draft.sessionId,
      afterSeq: draft.afterSeq,
      text: draft.text,
      confidence: draft.confidence,
      sources: draft.sources,
      why: draft.why,
      createdAt: draft.at.toISOString(),
    };
    tx.afterCommit(() => this.broadcaster.toSessionTeam(draft.sessionId, 'suggestion.created', { suggestion }));
    return suggestion;
  }

  async ofSession(sessionId: string): Promise<Suggestion[]> {
    const [row] = await this.database.prepared<{ suggestions: SuggestionRow[] | null }>(`select ${suggestionsOf('$1::uuid')} as suggestions`, [
      sessionId,
    ]);
    return suggestionsIn(row!.suggestions);
  }

  /** What a bot sent before under this id and the visitor did not see; null when there is no such thing. */
  async ofBot(tx: Transaction, sessionId: string, clientId: string): Promise<{ suggestion: Suggestion; handoffId: string | null } | null> {
    const [row] = await tx.query<SuggestionRow>(`select * from suggestion where session_id = $1 and client_id = $2`, [sessionId, clientId]);
    return row ? { suggestion: suggestionOf(row), handoffId: row.handoff_id } : null;
  }
}

/**
 * SQL for the suggestions of a session as JSON, for a statement that reads more than them; `suggestionsIn` reads it.
 * @param sessionId an SQL expression
 */
export function suggestionsOf(sessionId: string): string {
  return /* sql */ `(
    select json_agg(s) from (select * from suggestion where session_id = ${sessionId} order by after_seq, created_at limit 200) s)`;
}

/** @param rows null when there are none */
export function suggestionsIn(rows: readonly SuggestionRow[] | null): Suggestion[] {
  return (rows ?? []).map(suggestionOf);
}

function suggestionOf(row: SuggestionRow): Suggestion {
  return {
    id: row.id,
    sessionId: row.session_id,
    afterSeq: row.after_seq,
    text: row.text,
    confidence: row.confidence,
    sources: row.sources,
    why: row.why,
    createdAt: new Date(row.created_at).toISOString(),
  };
}

export interface NewSuggestion {
  readonly websiteId: string;
  readonly sessionId: string;
  readonly afterSeq: number;
  readonly text: string;
  readonly confidence: number | null;
  readonly sources: readonly Source[];
  readonly responder: string;
  readonly why: Suggestion['why'];
  /** Both for what a bot sent over the API, which may send it again. */
  readonly clientId?: string;
  readonly handoffId?: string;
  readonly at: Date;
}

export interface SuggestionRow {
  id: string;
  session_id: string;
  after_seq: number;
  text: string;
  confidence: number | null;
  sources: Source[];
  why: Suggestion['why'];
  handoff_id: string | null;
  created_at: Date | string;
}
