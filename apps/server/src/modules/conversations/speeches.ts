import type { SendMessage } from '#contracts';
import type { Member, VisitorCaller } from '../../platform/access/index.js';
import { newId } from '../../platform/database/index.js';
import { InvalidInput } from '../../platform/problems/index.js';
import type { Speech } from '../sessions/index.js';

/**
 * @param turnLease until when this process works on the answer itself; without it, whoever is rung for does
 * @throws InvalidInput
 */
export function speechOfVisitor(caller: VisitorCaller, body: SendMessage, at: Date, turnLease?: Date): Speech {
  return {
    ...common(caller.sessionId, caller.websiteId, body, at),
    author: { kind: 'visitor', id: caller.visitorId, name: null },
    ai: null,
    fence: { kind: 'open' },
    turnId: newId(at.getTime()),
    turnLease,
  };
}

/** @throws InvalidInput */
export function speechOfAgent(member: Member, sessionId: string, websiteId: string, body: SendMessage, at: Date): Speech {
  return {
    ...common(sessionId, websiteId, body, at),
    author: { kind: 'agent', id: member.userId, name: member.name },
    ai: null,
    fence: { kind: 'agent', userId: member.userId, epoch: body.epoch ?? null },
    turnId: null,
  };
}

function common(sessionId: string, websiteId: string, body: SendMessage, at: Date) {
  return {
    messageId: newId(at.getTime()),
    sessionId,
    websiteId,
    text: storable(body.text),
    attachments: [],
    clientId: body.clientId.toLowerCase(),
    event: null,
    at,
  };
}

/**
 * Postgres keeps no NUL and no half surrogates. The first is nobody's text and refused; the second is what is left of an
 * emoji cut in two, and mended.
 */
export function storable(text: string): string {
  if (text.includes('\u0000')) throw new InvalidInput([{ path: 'text', message: 'must not contain the NUL character' }]);
  return text.toWellFormed();
}
