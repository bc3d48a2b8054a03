import type { Author, Message, TeamMessage } from '#contracts';
import type { MessageRow } from './speech.js';

/** What the visitor may see of a message. A type of its own on purpose: what is not named here does not get out. */
export function visitorMessage(row: MessageRow): Message {
  return {
    id: row.id,
    sessionId: row.session_id,
    seq: row.seq,
    author: author(row),
    text: row.text,
    attachments: row.attachments,
    clientId: row.client_id,
    createdAt: row.created_at.toISOString(),
    ...(row.ai_sources?.length ? { sources: row.ai_sources.map(({ title, url }) => (url ? { title, url } : { title })) } : {}),
    ...(row.event ? { event: row.event } : {}),
  };
}

export function teamMessage(row: MessageRow): TeamMessage {
  return {
    ...visitorMessage(row),
    ai: row.author_kind === 'ai' ? { confidence: row.ai_confidence, sources: row.ai_sources ?? [], responder: row.ai_responder ?? 'api' } : null,
  };
}

function author(row: MessageRow): Author {
  return {
    kind: row.author_kind,
    ...(row.author_id ? { id: row.author_id } : {}),
    ...(row.author_name ? { name: row.author_name } : {}),
  };
}
