import { hash } from 'node:crypto';
import type { SessionOwner } from '#contracts';
import { newId } from '../../platform/database/index.js';
import type { MessageRow, Speech, SpeechOutcome } from './speech.js';

/**
 * The one statement that writes messages, for a batch in which each session occurs at most once. In a single snapshot and
 * a single commit it bumps the session (which is the fence and gives `seq`), inserts the message, notes what the AI owes
 * and what a search does not know yet, and records an agent's first response with its timeline entry.
 */
export function speechStatement(batch: readonly Speech[]): { sql: string; params: unknown[] } {
  const agentsSpeak = batch.some((speech) => speech.author.kind === 'agent');
  return { sql: agentsSpeak ? WITH_FIRST_RESPONSE : WITHOUT_FIRST_RESPONSE, params: [JSON.stringify(batch.map(toInput))] };
}

export interface SpeechRow extends MessageRow {
  readonly ord: number;
  readonly written_seq: number | null;
  readonly known_seq: number | null;
  readonly same_body: boolean | null;
  readonly owner: SessionOwner | null;
  readonly epoch: number | null;
  readonly turn_id: string | null;
  readonly turn_state: 'owed' | 'running' | null;
}

export function outcomeOf(speech: Speech, row: SpeechRow): SpeechOutcome {
  if (row.known_seq !== null) {
    return row.same_body ? { kind: 'repeated', row } : { kind: 'conflict', seq: row.known_seq };
  }
  if (row.written_seq === null) return { kind: 'refused', owner: row.owner, epoch: row.epoch };
  return {
    kind: 'written',
    row: writtenRow(speech, row.written_seq),
    owner: row.owner!,
    epoch: row.epoch!,
    turn: row.turn_id === null ? null : { id: row.turn_id, begun: row.turn_state === 'running' },
  };
}

/** What was just written, without reading it back. */
export function writtenRow(speech: Speech, seq: number): MessageRow {
  return {
    session_id: speech.sessionId,
    seq,
    id: speech.messageId,
    website_id: speech.websiteId,
    author_kind: speech.author.kind,
    author_id: speech.author.id,
    author_name: speech.author.name,
    text: speech.text,
    attachments: speech.attachments,
    client_id: speech.clientId,
    event: speech.event,
    ai_confidence: speech.ai?.confidence ?? null,
    ai_sources: speech.ai?.sources ?? null,
    ai_responder: speech.ai?.responder ?? null,
    ai_answers_seq: speech.ai?.answersSeq ?? null,
    created_at: speech.at,
  };
}

/** What a message does not have is left out, and null in Postgres: most have little, and every field is read there. */
function toInput(speech: Speech, ord: number): object {
  const { author, ai, fence } = speech;
  return {
    ord,
    id: speech.messageId,
    session_id: speech.sessionId,
    website_id: speech.websiteId,
    author_kind: author.kind,
    author_id: author.id ?? undefined,
    author_name: author.name ?? undefined,
    text: speech.text,
    attachments: speech.attachments.length > 0 ? speech.attachments : undefined,
    client_id: speech.clientId ?? undefined,
    body_hash: speech.clientId === null ? undefined : bodyHash(speech),
    event: speech.event ?? undefined,
    ai_confidence: ai?.confidence ?? undefined,
    ai_sources: ai?.sources,
    ai_responder: ai?.responder,
    ai_millis: ai?.millis ?? undefined,
    ai_answers_seq: ai?.answersSeq,
    fence: fence.kind,
    fence_user: fence.kind === 'agent' ? fence.userId : undefined,
    fence_epoch: fence.kind === 'ai' ? fence.epoch : fence.kind === 'agent' ? (fence.epoch ?? undefined) : undefined,
    turn_id: speech.turnId ?? undefined,
    turn_lease: speech.turnLease?.toISOString(),
    event_id: author.kind === 'agent' ? newId() : undefined,
    at: speech.at.toISOString(),
  };
}

/** Author and body: the same `clientId` by another author is not the same message either. */
function bodyHash({ author, text, attachments }: Speech): string {
  return hash('sha256', JSON.stringify([author.kind, author.id, text, attachments.map((file) => file.id)]), 'hex');
}

const INPUT = /* sql */ `
input as (
  select * from json_to_recordset($1::json) as i (
    ord int, id uuid, session_id uuid, website_id uuid, author_kind text, author_id uuid, author_name text, text text,
    attachments jsonb, client_id uuid, body_hash text, event jsonb, ai_confidence float8, ai_sources jsonb, ai_responder text,
    ai_millis int, ai_answers_seq int, fence text, fence_user uuid, fence_epoch int, turn_id uuid, turn_lease timestamptz, event_id uuid, at timestamptz)
  -- True of all, and of one in two hundred by the planner's reckoning: it would expect a hundred rows, and read whole tables for them.
  where i.ord between 0 and 32767
),
known as (
  select i.ord, m.* from input i join message m on m.session_id = i.session_id and m.client_id = i.client_id
)`;

const BUMPED = /* sql */ `
bumped as (
  update session s
  set last_seq = s.last_seq + 1,
      last_activity_at = greatest(s.last_activity_at, i.at),
      -- A line of the system is not what somebody looks for in a list.
      last_message_kind = case when i.author_kind = 'system' then s.last_message_kind else i.author_kind end,
      last_message_text = case when i.author_kind = 'system' then s.last_message_text else left(i.text, 200) end,
      last_message_at = case when i.author_kind = 'system' then s.last_message_at else i.at end,
      team_read_seq = case when i.author_kind = 'agent' then s.last_seq + 1 else s.team_read_seq end,
      visitor_read_seq = case when i.author_kind = 'visitor' then s.last_seq + 1 else s.visitor_read_seq end
  from input i
  where s.id = i.session_id and s.website_id = i.website_id
    and case i.fence
          when 'none' then true
          when 'open' then s.owner <> 'nobody'
          when 'ai' then s.owner = 'ai' and s.epoch = i.fence_epoch
          when 'agent' then s.owner = 'agent' and s.owner_user_id = i.fence_user
                            and (i.fence_epoch is null or s.epoch = i.fence_epoch)
          else false
        end
    and not exists (select from known k where k.ord = i.ord)
  returning i.*, s.last_seq as seq, s.owner, s.epoch
)`;

const INSERTED = /* sql */ `
inserted as (
  insert into message (session_id, seq, id, website_id, author_kind, author_id, author_name, text, attachments, client_id, body_hash,
                       event, ai_confidence, ai_sources, ai_responder, ai_millis, ai_answers_seq, created_at)
  select session_id, seq, id, website_id, author_kind, author_id, author_name, text, coalesce(attachments, '[]'), client_id,
         decode(body_hash, 'hex'), event, ai_confidence, ai_sources, ai_responder, ai_millis, ai_answers_seq, at
  from bumped
)`;

const OWED = /* sql */ `
due as materialized (
  select b.*, b.turn_lease is not null
              and not exists (select from ai_turn t where t.session_id = b.session_id and t.state = 'owed')
              and not exists (select from ai_turn t where t.session_id = b.session_id and t.state = 'running') as begun
  from bumped b
  where b.turn_id is not null and b.owner = 'ai'
),
owed as (
  insert into ai_turn (id, website_id, session_id, epoch, after_seq, state, attempts, lease_until, due_at, created_at)
  select turn_id, website_id, session_id, epoch, seq,
         case when begun then 'running' else 'owed' end, begun::int, case when begun then turn_lease end, at, at
  from due
  -- Held until the commit, so that nobody begins it without this message; that no index has the column keeps it cheap.
  on conflict (session_id) where state = 'owed' do update set epoch = excluded.epoch
  returning session_id, id, state
)`;

/** Whoever was handed over once (that is a change of owner) is found by what is said; the words are gathered later, elsewhere. */
const FINDABLE = /* sql */ `
findable as (
  insert into session_words_due (session_id) select session_id from bumped where epoch > 1
)`;

const FIRST_RESPONSE = /* sql */ `
responded as (
  update handoff h set first_response_at = b.at, updated_at = b.at
  from bumped b
  where b.author_kind = 'agent' and h.session_id = b.session_id and h.status = 'claimed' and h.first_response_at is null
  returning h.id, h.website_id, b.event_id, b.author_id, b.author_name, b.at
),
responded_entry as (
  insert into handoff_event (id, website_id, handoff_id, kind, actor_kind, actor_id, actor_name, created_at)
  select event_id, website_id, id, 'first_response', 'agent', author_id, author_name, at from responded
)`;

/** A full join is a left join here, one that is never done row against row: the planner expects a single row, and a batch has a hundred. */
const RESULT = /* sql */ `
select i.ord, b.seq as written_seq, k.seq as known_seq, k.body_hash = decode(i.body_hash, 'hex') as same_body,
       case when b.ord is null then (select owner from session where id = i.session_id and website_id = i.website_id) else b.owner end as owner,
       case when b.ord is null then (select epoch from session where id = i.session_id and website_id = i.website_id) else b.epoch end as epoch,
       o.id as turn_id, o.state as turn_state,
       k.session_id, k.seq, k.id, k.website_id, k.author_kind, k.author_id, k.author_name, k.text, k.attachments, k.client_id,
       k.event, k.ai_confidence, k.ai_sources, k.ai_responder, k.ai_answers_seq, k.created_at
from input i
full join bumped b on b.ord = i.ord
full join known k on k.ord = i.ord
full join owed o on o.session_id = i.session_id
order by i.ord`;

const WITHOUT_FIRST_RESPONSE = `with ${[INPUT, BUMPED, INSERTED, OWED, FINDABLE].join(',')} ${RESULT}`;
const WITH_FIRST_RESPONSE = `with ${[INPUT, BUMPED, INSERTED, OWED, FINDABLE, FIRST_RESPONSE].join(',')} ${RESULT}`;
