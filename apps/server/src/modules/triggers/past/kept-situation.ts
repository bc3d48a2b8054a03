import { FACTS } from '#rules';
import type { FactValue, Facts } from '#contracts';
import { localTime } from '../local-time.js';
import { factsOf } from '../situation-facts.js';
import type { Situation } from '../situation.js';

/**
 * What rules were told at a visitor's turn, without what the conversation and the clock tell again later. Stored with the
 * turn; only this file reads it.
 */
export interface KeptSituation {
  /** When the rules were asked; milliseconds since 1970. */
  readonly at: number;
  /** The same for those that were asked once the AI had an answer; absent: it was not asked. */
  readonly answeredAt?: number;
  /** They were asked about what the visitor had written after `from`, up to `to`. */
  readonly from: number;
  readonly to: number;
  /** By their registered names, save those that were as usual. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Names of facts that were not known then, or too large to keep. */
  readonly unknown?: readonly string[];
}

/** What else must be known of a session to tell a moment of it again. */
export interface PastSession {
  readonly startedAt: Date;
  /** The visitor's address as it is now. */
  readonly email: string | null;
  readonly timeZone: string;
  /** What the visitor wrote, in order. */
  readonly visitorMessages: readonly { readonly seq: number; readonly text: string }[];
}

const MAX_CHARS = 4000;
const MAX_CHARS_OF_ONE = 1000;

/** Told by the messages, by the session's beginning and by the moment. */
const TOLD_AGAIN: ReadonlySet<string> = new Set([
  'message.text',
  'message.length',
  'session.seconds',
  'session.messages',
  'session.visitorMessages',
  'time.now',
  'time.hour',
  'time.weekday',
]);

/** How a fact is at most turns: then it is left out. */
const USUAL: Readonly<Record<string, FactValue>> = {
  'message.topics': [],
  'message.sentiment': 0,
  'message.asksForHuman': false,
  'message.complexity': 0,
  'message.isQuestion': false,
  'message.repeats': 0,
  'session.handoffs': 0,
  'session.tags': [],
  'website.mode': 'always',
  'visitor.verified': false,
  'queue.waiting': 0,
  'team.online': 0,
};
/** The same for facts that there are only once the AI was asked. */
const USUAL_OF_AI: Readonly<Record<string, FactValue>> = { 'ai.answered': true, 'ai.failed': false, 'ai.weakStreak': 0 };

/** Whether a visitor had an address is kept, not the address: it stands with the visitor, once. */
const EMAIL = 'visitor.email';
const HAD_EMAIL = true;

const isOfAi = (name: string): boolean => name.startsWith('ai.');
const KEPT_FACTS: ReadonlySet<string> = new Set(FACTS.map(({ name }) => name).filter((name) => !TOLD_AGAIN.has(name) && !isOfAi(name)));
const KEPT_FACTS_OF_AI: ReadonlySet<string> = new Set(FACTS.map(({ name }) => name).filter(isOfAi));

/** @param about the visitor's messages after `from` and up to `to` were the question */
export async function keepSituation(situation: Situation, about: { readonly from: number; readonly to: number }): Promise<KeptSituation> {
  const known = await factsOf(situation, KEPT_FACTS);
  const facts: Record<string, FactValue> = {};
  const unknown = Object.keys(USUAL).filter((name) => known[name] === undefined || known[name] === null);
  let room = MAX_CHARS;
  for (const [name, value] of Object.entries(known)) {
    if (value === undefined || value === null || TOLD_AGAIN.has(name) || isOfAi(name) || isUsual(name, value, USUAL)) continue;
    const kept = name === EMAIL ? HAD_EMAIL : value;
    const chars = name.length + JSON.stringify(kept).length;
    if (chars > MAX_CHARS_OF_ONE || chars > room) {
      unknown.push(name);
      continue;
    }
    room -= chars;
    facts[name] = kept;
  }
  return { at: situation.now.getTime(), ...about, facts, ...(unknown.length > 0 ? { unknown } : {}) };
}

/** The same, and what the AI made of it. */
export async function keepAnswer(kept: KeptSituation, situation: Situation): Promise<KeptSituation> {
  const known = await factsOf(situation, KEPT_FACTS_OF_AI);
  const facts = { ...kept.facts };
  for (const [name, value] of Object.entries(known)) {
    if (isOfAi(name) && value !== undefined && value !== null && !isUsual(name, value, USUAL_OF_AI)) facts[name] = value;
  }
  return { ...kept, answeredAt: situation.now.getTime(), facts };
}

/** The facts of that moment again, those that are asked for. @param withAi false: as they were before the AI was asked */
export function factsAgain(kept: KeptSituation, session: PastSession, asked: ReadonlySet<string>, withAi: boolean): Facts {
  const facts: Record<string, FactValue> = Object.create(null);
  for (const name of asked) {
    const value = factAgain(name, kept, session, withAi);
    if (value !== undefined) facts[name] = value;
  }
  if (asked.has('time.now') || asked.has('time.hour') || asked.has('time.weekday')) {
    const local = localTime(new Date(momentOf(kept, withAi)), session.timeZone);
    Object.assign(facts, { 'time.now': local.iso, 'time.hour': local.hour, 'time.weekday': local.weekday });
  }
  return facts;
}

/** Every fact that is known of that moment. */
export function allFactsAgain(kept: KeptSituation, session: PastSession, withAi: boolean): Facts {
  return factsAgain(kept, session, new Set([...TOLD_AGAIN, ...Object.keys(USUAL), ...Object.keys(USUAL_OF_AI), ...Object.keys(kept.facts)]), withAi);
}

/** Whether a fact is kept as it was, also if that is “absent”. */
export function isKept(name: string, kept: KeptSituation): boolean {
  return !kept.unknown?.includes(name);
}

function factAgain(name: string, kept: KeptSituation, session: PastSession, withAi: boolean): FactValue {
  switch (name) {
    case 'message.text':
      return question(kept, session);
    case 'message.length':
      return question(kept, session).length;
    case 'session.seconds':
      return Math.max(0, Math.floor((momentOf(kept, withAi) - session.startedAt.getTime()) / 1000));
    case 'session.messages':
      return kept.to;
    case 'session.visitorMessages':
      return session.visitorMessages.filter(({ seq }) => seq <= kept.to).length;
    case EMAIL:
      return kept.facts[EMAIL] === HAD_EMAIL ? session.email : undefined;
  }
  if (isOfAi(name) && (!withAi || kept.answeredAt === undefined)) return undefined;
  if (Object.hasOwn(kept.facts, name)) return kept.facts[name];
  if (!isKept(name, kept)) return undefined;
  if (Object.hasOwn(USUAL, name)) return USUAL[name];
  return Object.hasOwn(USUAL_OF_AI, name) ? USUAL_OF_AI[name] : undefined;
}

function momentOf({ at, answeredAt }: KeptSituation, withAi: boolean): number {
  return withAi ? (answeredAt ?? at) : at;
}

function question({ from, to }: KeptSituation, { visitorMessages }: PastSession): string {
  return visitorMessages
    .filter(({ seq }) => seq > from && seq <= to)
    .map(({ text }) => text)
    .join('\n');
}

function isUsual(name: string, value: FactValue, usualOnes: Readonly<Record<string, FactValue>>): boolean {
  const usual = Object.hasOwn(usualOnes, name) ? usualOnes[name] : undefined;
  return Array.isArray(usual) ? Array.isArray(value) && value.length === 0 : usual === value;
}
