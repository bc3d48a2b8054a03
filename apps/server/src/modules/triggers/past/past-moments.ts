import type { Facts, RuleConditions, RuleStage, WebsiteMode } from '#contracts';
import { countRepeats, understand, type WebsiteTopics } from '#understanding';
import { factsOf } from '../situation-facts.js';
import type { Situation } from '../situation.js';
import { isWeak } from '../weak-answers.js';
import { factNamesIn } from './asked-facts.js';
import { clockMoments } from './clock-moments.js';
import type { PastMoment } from './past-moment.js';
import { factsAgain, isKept, type KeptSituation, type PastSession } from './kept-situation.js';
import type { PastConversation, PastHandoff, PastMessage } from './past-conversation.js';

/** What is the same for all conversations of a website. */
export interface PastWebsite {
  readonly timeZone: string;
  readonly confidenceThreshold: number;
  readonly mode: WebsiteMode;
  readonly topics: WebsiteTopics;
}

/** How far back a question is compared with earlier ones, as the living conversation does. */
const LOOK_BACK_MESSAGES = 40;

const REQUESTS: Readonly<Record<string, NonNullable<Situation['requestedVia']>>> = {
  asked_by_button: 'button',
  asked_by_api: 'api',
  opened_by_agent: 'agent',
};

/** Facts that the conversation alone tells. Others were kept, or are not known. */
const TOLD =
  /^(message\.|request\.via$|session\.(seconds|messages|visitorMessages|handoffs)$|time\.(now|hour|weekday)$|ai\.(confidence|failed|weakStreak)$)/;

export interface AskedRule {
  readonly stage: RuleStage;
  readonly conditions: RuleConditions;
}

/**
 * The moments of a conversation at which a rule would have been asked, in order: the AI was the owner, and after its
 * reply there was one.
 */
export function momentsOf(conversation: PastConversation, { stage, conditions }: AskedRule, website: PastWebsite, now: Date): PastMoment[] {
  if (stage === 'clock') return clockMoments(conversation, { conditions, asked: factNamesIn(conditions) }, now);
  const moments = writtenMoments(conversation, website).filter((moment) => stage === 'before_reply' || aiSpoke(moment));
  return stage === 'before_reply' ? [...moments, ...requests(conversation)].sort((a, b) => a.at.getTime() - b.at.getTime()) : moments;
}

/** The moment of the visitor's message `seq`, whoever was the owner; the latest message that the visitor wrote by then. */
export function momentAt(conversation: PastConversation, seq: number | undefined, website: PastWebsite): PastMoment | null {
  const message = conversation.messages.findLast((one) => one.author === 'visitor' && (seq === undefined || one.seq <= seq));
  if (!message) return null;
  const kept = conversation.turns.findLast((turn) => turn.from < message.seq && message.seq <= turn.to);
  return kept ? keptMoment(kept, conversation, website) : toldMoment(message, conversation, website);
}

/** @returns the facts that are asked for, and whether all of them are known as they were */
export async function factsAt(
  moment: PastMoment,
  conversation: PastConversation,
  about: { readonly website: PastWebsite; readonly asked: ReadonlySet<string>; readonly withAi: boolean },
): Promise<{ readonly facts: Facts; readonly complete: boolean }> {
  const { website, asked, withAi } = about;
  const { kept } = moment;
  if (kept) {
    const facts = factsAgain(kept, sessionOf(conversation, website), asked, withAi);
    const complete = [...asked].every((name) => isKept(name, kept));
    return moment.ai && withAi ? { facts: { ...facts, ...(await aiFacts(moment, conversation, website, asked)) }, complete } : { facts, complete };
  }
  const told = new Set([...asked].filter((name) => isTold(name, moment, conversation)));
  const facts = await factsOf(situationOf(moment, conversation, website, withAi), told);
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([name]) => isTold(name, moment, conversation))),
    complete: told.size === asked.size,
  };
}

function writtenMoments(conversation: PastConversation, website: PastWebsite): PastMoment[] {
  const told = conversation.messages.filter(
    (message) =>
      message.author === 'visitor' &&
      !conversation.turns.some((turn) => turn.from < message.seq && message.seq <= turn.to) &&
      !conversation.handoffs.some((handoff) => isDuring(handoff, message)),
  );
  return [
    ...conversation.turns.map((turn) => keptMoment(turn, conversation, website)),
    ...told.map((message) => toldMoment(message, conversation, website)),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function isDuring(handoff: PastHandoff, message: PastMessage): boolean {
  return message.seq > handoff.openedSeq && (handoff.endedAt === null || message.at < handoff.endedAt);
}

function keptMoment(kept: KeptSituation, conversation: PastConversation, website: PastWebsite): PastMoment {
  return {
    seq: kept.to,
    at: new Date(kept.answeredAt ?? kept.at),
    kept,
    message: conversation.messages.findLast((message) => message.author === 'visitor' && message.seq <= kept.to) ?? null,
    requestedVia: null,
    // A bot of the customer's answers over the API, after the turn has ended.
    ai: kept.answeredAt === undefined ? aiAfter(kept.to, conversation, website) : null,
  };
}

function toldMoment(message: PastMessage, conversation: PastConversation, website: PastWebsite): PastMoment {
  return { seq: message.seq, at: message.at, kept: null, message, requestedVia: null, ai: aiAfter(message.seq, conversation, website) };
}

function requests(conversation: PastConversation): PastMoment[] {
  return conversation.handoffs.flatMap(({ code, openedAt, openedSeq }) => {
    const requestedVia = Object.hasOwn(REQUESTS, code) ? REQUESTS[code]! : null;
    return requestedVia ? [{ seq: openedSeq, at: openedAt, kept: null, message: null, requestedVia, ai: null }] : [];
  });
}

function aiSpoke({ kept, ai }: PastMoment): boolean {
  return ai !== null || kept?.answeredAt !== undefined;
}

/** What an AI said to the message `seq`, or would have said had it not been withheld. */
function aiAfter(seq: number, { messages, withheld, handoffs }: PastConversation, website: PastWebsite): Situation['ai'] {
  const next = messages.find((message) => message.seq > seq && message.author === 'visitor')?.seq ?? Infinity;
  const handedOff = handoffs.find(({ openedSeq }) => openedSeq >= seq)?.openedSeq ?? Infinity;
  const answer = messages.find(
    (one) => one.author === 'ai' && one.seq > seq && one.seq <= handedOff && (one.answersSeq === seq || (one.answersSeq === null && one.seq < next)),
  );
  const draft = withheld.find(({ afterSeq }) => afterSeq >= seq && afterSeq < next);
  if (!answer && !draft) return null;
  // A bot that states no confidence is taken at its word.
  const confidence = (answer ?? draft)!.confidence ?? 1;
  const before = messages.filter((message) => message.author === 'ai' && message.seq <= seq).map((message) => message.confidence ?? 1);
  const isWeakHere = (one: number): boolean => isWeak(one, website.confidenceThreshold);
  const strongest = before.findLastIndex((one) => !isWeakHere(one));
  const weakStreak = isWeakHere(confidence) ? before.length - strongest : 0;
  return { confidence, answered: true, failed: null, weakStreak, complexity: null };
}

async function aiFacts(moment: PastMoment, conversation: PastConversation, website: PastWebsite, asked: ReadonlySet<string>): Promise<Facts> {
  const ofAi = new Set([...asked].filter((name) => name.startsWith('ai.')));
  const facts = await factsOf(situationOf({ ...moment, message: null }, conversation, website, true), ofAi);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => ofAi.has(name)));
}

function isTold(name: string, moment: PastMoment, conversation: PastConversation): boolean {
  if (TOLD.test(name)) return true;
  // Nothing was learned of the visitor since.
  if (name.startsWith('visitor.')) return conversation.visitor.updatedAt <= moment.at && name !== 'visitor.online';
  return name === 'session.tags' && conversation.tags.length === 0;
}

function situationOf(moment: PastMoment, conversation: PastConversation, website: PastWebsite, withAi: boolean): Situation {
  const { message } = moment;
  return {
    now: moment.at,
    message: message && {
      text: message.text,
      signals: understand(message.text, { localeHint: conversation.locale, topics: website.topics }),
      repeats: countRepeats(
        message.text,
        conversation.messages.filter((one) => one.author === 'visitor' && one.seq < message.seq && one.seq > message.seq - LOOK_BACK_MESSAGES),
      ),
    },
    requestedVia: moment.requestedVia,
    ai: withAi ? moment.ai : null,
    session: {
      startedAt: conversation.startedAt,
      messages: moment.seq,
      visitorMessages: conversation.messages.filter((one) => one.author === 'visitor' && one.seq <= moment.seq).length,
      handoffs: conversation.handoffs.filter(({ openedAt }) => openedAt < moment.at).length,
      tags: conversation.tags,
    },
    visitor: conversation.visitor,
    page: null,
    timeZone: website.timeZone,
    mode: website.mode,
    lookups: { queueWaiting: () => Promise.resolve(0), teamOnline: () => Promise.resolve(0) },
  };
}

function sessionOf(conversation: PastConversation, website: PastWebsite): PastSession {
  return {
    startedAt: conversation.startedAt,
    email: conversation.visitor.email,
    timeZone: website.timeZone,
    visitorMessages: conversation.messages.filter(({ author }) => author === 'visitor'),
  };
}
