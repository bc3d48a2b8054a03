import { Injectable } from '@nestjs/common';
import type { Note } from '#contracts';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';

/** Team-only remarks on a handoff. They live in a table and a type that no visitor's stream ever reads. */
@Injectable()
export class Notes {
  constructor(
    private readonly database: Database,
    private readonly broadcaster: Broadcaster,
  ) {}

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

  /** Notes of all handoffs of each session: an agent who takes over later needs the earlier ones too. By session; none of those that have none. */
  async ofSessions(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Note[]>> {
    const rows = await this.database.prepared<NoteRow>(OF_SESSIONS, [sessionIds]);
    return Map.groupBy(rows.map(noteOf), ({ sessionId }) => sessionId);
  }
}

const OF_SESSIONS = /* sql */ `
select n.*, u.name as author_name
from unnest($1::uuid[]) as asked (id)
cross join lateral (select * from note where session_id = asked.id order by created_at, id limit 500) n
join app_user u on u.id = n.author_id
order by n.created_at, n.id`;

function noteOf(row: NoteRow): Note {
  return {
    id: row.id,
    handoffId: row.handoff_id,
    sessionId: row.session_id,
    author: { id: row.author_id, name: row.author_name },
    body: row.body,
    createdAt: row.created_at.toISOString(),
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

interface NoteRow {
  id: string;
  handoff_id: string;
  session_id: string;
  author_id: string;
  author_name: string;
  body: string;
  created_at: Date;
}
