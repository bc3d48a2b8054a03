import { Injectable } from '@nestjs/common';
import type { Note } from '#contracts';
import { newId, type Transaction } from '../../platform/database/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';

/** Team-only remarks on a handoff. They live in a table and a type that no visitor's stream ever reads. */
@Injectable()
export class Notes {
  constructor(private readonly broadcaster: Broadcaster) {}

  async write(tx: Transaction, draft: NewNote): Promise<Note> {
    const id = newId();
    await tx.query(`insert into note (id, website_id, handoff_id, session_id, author_id, body, created_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
      id,
      draft.websiteId,
      draft.handoffId,
      draft.sessionId,
      draft.author.id,
      draft.body,
      draft.at,
    ]);
    const note: Note = {
      id,
      handoffId: draft.handoffId,
      sessionId: draft.sessionId,
      author: draft.author,
      body: draft.body,
      createdAt: draft.at.toISOString(),
    };
    tx.afterCommit(() => this.broadcaster.toSessionTeam(draft.sessionId, 'note.created', { note }));
    return note;
  }
}

/**
 * SQL for the notes on all handoffs of a session as JSON: an agent who takes over later needs the earlier ones, too. For a
 * statement that reads more than them; `notesIn` reads it.
 * @param sessionId an SQL expression
 */
export function notesOf(sessionId: string): string {
  return /* sql */ `(
    select json_agg(n) from (
      select note.*, u.name as author_name from note join app_user u on u.id = note.author_id
      where session_id = ${sessionId} order by note.created_at, note.id limit 500) n)`;
}

/** @param rows null when there are none */
export function notesIn(rows: readonly NoteRow[] | null): Note[] {
  return (rows ?? []).map(noteOf);
}

function noteOf(row: NoteRow): Note {
  return {
    id: row.id,
    handoffId: row.handoff_id,
    sessionId: row.session_id,
    author: { id: row.author_id, name: row.author_name },
    body: row.body,
    createdAt: new Date(row.created_at).toISOString(),
  };
}

export interface NewNote {
  readonly websiteId: string;
  readonly handoffId: string;
  readonly sessionId: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly body: string;
  readonly at: Date;
}

export interface NoteRow {
  id: string;
  handoff_id: string;
  session_id: string;
  author_id: string;
  author_name: string;
  body: string;
  created_at: string;
}
