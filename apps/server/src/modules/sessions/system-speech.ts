import type { SystemEvent } from '#contracts';
import { newId } from '../../platform/database/index.js';
import type { Session } from './session.entity.js';
import type { Speech } from './speech.js';
import { systemLine } from './system-lines.js';

/** What a change needs of a session that it holds. */
export type HeldSession = Pick<Session, 'id' | 'websiteId' | 'locale'>;

/** A line of the system. It belongs to the change that it reports, so nothing fences it. */
export function speechOfSystem(session: HeldSession, event: SystemEvent, at: Date, insteadOfLine?: string): Speech {
  return {
    messageId: newId(),
    sessionId: session.id,
    websiteId: session.websiteId,
    author: { kind: 'system', id: null, name: null },
    text: insteadOfLine ?? systemLine(event, session.locale),
    attachments: [],
    clientId: null,
    event,
    ai: null,
    fence: { kind: 'none' },
    turnId: null,
    at,
  };
}
