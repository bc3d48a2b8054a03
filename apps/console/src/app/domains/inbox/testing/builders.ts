import type { AuthorKind, Handoff, HandoffSummary, Note, Suggestion, TeamMessage, TeamSession } from '#contracts';

const NOON = Date.parse('2026-03-04T12:00:00.000Z');

/** So many minutes after noon of the day on which tests play. */
export const minute = (minutes: number): string => new Date(NOON + minutes * 60_000).toISOString();

export const ANA = { id: 'ana', name: 'Ana Keller' };
export const BEA = { id: 'bea', name: 'Bea Sommer' };

export function aSummary(given: Partial<HandoffSummary> = {}): HandoffSummary {
  const id = given.id ?? 'h1';
  return {
    id,
    sessionId: `session-of-${id}`,
    website: { id: 'w1', name: 'Northwind' },
    status: 'pending',
    inProgress: false,
    trigger: 'requested',
    cause: null,
    code: 'asked_in_words',
    reason: 'Asked for a person.',
    priority: 'normal',
    visitor: { id: 'visitor-7q2m', name: 'Vera Kowalska', email: 'vera@example.org' },
    team: null,
    assignee: null,
    openedAt: minute(10),
    claimedAt: null,
    firstResponseAt: null,
    resolvedAt: null,
    cancelledAt: null,
    outcome: null,
    lastMessage: { author: 'visitor', text: 'I want to talk to a person', at: minute(10) },
    lastActivityAt: minute(10),
    sla: null,
    lastSeq: 3,
    teamReadSeq: 0,
    ...given,
  };
}

export function aSession(given: Partial<TeamSession> = {}): TeamSession {
  return {
    id: 'session-of-h1',
    website: { id: 'w1', name: 'Northwind' },
    visitor: { id: 'visitor-7q2m', name: 'Vera Kowalska', email: 'vera@example.org' },
    owner: 'queue',
    epoch: 1,
    status: 'open',
    lastSeq: 3,
    agent: null,
    page: null,
    locale: 'en',
    tags: [],
    startedAt: minute(0),
    lastActivityAt: minute(10),
    closedAt: null,
    previousSessionId: null,
    visitorReadSeq: 0,
    teamReadSeq: 0,
    visitorOnline: true,
    ...given,
  };
}

export function aMessage(seq: number, kind: AuthorKind = 'visitor', given: Partial<TeamMessage> = {}): TeamMessage {
  return {
    id: `m${seq}`,
    sessionId: 'session-of-h1',
    seq,
    author: kind === 'agent' ? { kind, ...ANA } : { kind },
    text: `${kind} says ${seq}`,
    attachments: [],
    clientId: null,
    createdAt: minute(seq),
    ai: null,
    ...given,
  };
}

export function aNote(given: Partial<Note> = {}): Note {
  return { id: 'n1', handoffId: 'h1', sessionId: 'session-of-h1', author: BEA, body: 'Seen before.', createdAt: minute(11), ...given };
}

export function aSuggestion(given: Partial<Suggestion> = {}): Suggestion {
  return {
    id: 's1',
    sessionId: 'session-of-h1',
    afterSeq: 3,
    text: 'Refunds take 5 days.',
    confidence: 0.41,
    sources: [],
    why: 'withheld',
    createdAt: minute(10),
    ...given,
  };
}

export function aHandoff(given: Partial<Handoff> = {}): Handoff {
  const { visitor, ...summary } = aSummary();
  return {
    ...summary,
    visitor: { ...visitor, phone: null, attributes: {}, verified: false, locale: 'en', timeZone: null, firstSeenAt: minute(0) },
    rule: null,
    evidence: null,
    promise: null,
    preferredAssignee: null,
    session: aSession(),
    messages: [aMessage(1), aMessage(2, 'ai'), aMessage(3)],
    suggestions: [],
    notes: [],
    timeline: [],
    earlierSessions: [],
    crm: null,
    page: null,
    ...given,
  };
}

/** A handoff that Ana has claimed. */
export function aClaimedHandoff(given: Partial<Handoff> = {}): Handoff {
  return aHandoff({ status: 'claimed', assignee: ANA, claimedAt: minute(12), session: aSession({ owner: 'agent', epoch: 2, agent: ANA }), ...given });
}
