import type { Facts, MessageFact } from './facts.js';
import { judgeHandoffs } from './handoff-checker.js';
import type { Attempt, History } from './history.js';
import { ownership, type Moment } from './ownership.js';

/** What must never happen; each a column of the report. */
export const LAWS = [
  'lost',
  'doubled',
  'altered',
  'invented',
  'gaps',
  'out of order',
  'AI after takeover',
  'agent without handoff',
  'unanswered',
  'stranded turns',
  'double claims',
  'two open handoffs',
  'unrecorded changes',
  'wrong streams',
  'surprises',
] as const;
export type Law = (typeof LAWS)[number];
export type Verdict = Readonly<Record<Law, readonly string[]>>;

/** The website whose AI repeats every mark it is asked about, so that an answer tells which messages it answers. */
export const ECHO_WEBSITE = 'Echo';
/** The website whose AI is a program of the customer's: it may leave things unanswered. */
export const BOT_WEBSITE = 'Bot';

/** What is unique in a text; every text a client sends has one. */
export function markOf(text: string): string | null {
  return /#[\w-]+#/.exec(text)?.[0] ?? null;
}

/** Holds what the clients were told against what is there. */
export function judge(history: History, facts: Facts): Verdict {
  const found: Record<Law, string[]> = Object.fromEntries(LAWS.map((law) => [law, []])) as never;
  const report = (law: Law, what: string): void => void found[law].push(what);
  const bySession = Map.groupBy(facts.messages, (message) => message.session_id);

  judgeMessages(history, bySession, report);
  for (const session of facts.sessions) {
    const messages = bySession.get(session.id) ?? [];
    judgeNumbers(session, messages, report);
    judgeSpeakers(session, messages, history, report);
  }
  judgeHandoffs(history, facts, report);
  for (const turn of facts.openTurns) report('stranded turns', `turn ${turn.id} of session ${turn.session_id} is still ${turn.state}`);
  judgeStreams(history, bySession, report);
  for (const surprise of history.surprises) report('surprises', surprise);
  return found;
}

export type Report = (law: Law, what: string) => void;
type BySession = ReadonlyMap<string, readonly MessageFact[]>;

/** Everything acknowledged is there once, as it was said and where it was said to be; and nothing else is. */
function judgeMessages(history: History, bySession: BySession, report: Report): void {
  const attempted = new Set<string>();
  for (const attempt of history.attempts) {
    attempted.add(attempt.clientId);
    const stored = (bySession.get(attempt.sessionId) ?? []).filter((message) => message.client_id === attempt.clientId);
    if (stored.length > 1) report('doubled', `${described(attempt)} is there ${stored.length} times`);
    if (attempt.outcome.kind === 'refused' && stored.length > 0)
      report('doubled', `${described(attempt)} was refused with ${attempt.outcome.code}, and is there`);
    if (attempt.outcome.kind !== 'acknowledged') continue;
    const [message] = stored;
    if (!message) report('lost', `${described(attempt)} was acknowledged as seq ${attempt.outcome.seq}, and is not there`);
    else if (message.text !== attempt.text || message.seq !== attempt.outcome.seq || message.author_kind !== attempt.author) {
      report(
        'altered',
        `${described(attempt)} was acknowledged as seq ${attempt.outcome.seq}, and is there as seq ${message.seq} by ${message.author_kind}: ${message.text}`,
      );
    }
  }
  const marks = new Set<string>();
  for (const message of [...bySession.values()].flat()) {
    const said = message.author_kind === 'visitor' || message.author_kind === 'agent';
    if (said && (!message.client_id || !attempted.has(message.client_id)))
      report('invented', `nobody said seq ${message.seq} of ${message.session_id}: ${message.text}`);
    const mark = said ? markOf(message.text) : null;
    if (mark && marks.has(mark)) report('doubled', `${mark} is there twice`);
    if (mark) marks.add(mark);
  }
  judgeOrder(history, report);
}

/** What one sender said one after the other stands in that order. */
function judgeOrder(history: History, report: Report): void {
  const latest = new Map<string, number>();
  for (const { sender, sessionId, outcome, clientId } of history.attempts) {
    if (outcome.kind !== 'acknowledged') continue;
    const key = `${sender} ${sessionId}`;
    if (outcome.seq <= (latest.get(key) ?? 0)) report('out of order', `${clientId} of ${sender} got seq ${outcome.seq} after ${latest.get(key)}`);
    latest.set(key, outcome.seq);
  }
}

function judgeNumbers(session: Facts['sessions'][number], messages: readonly MessageFact[], report: Report): void {
  messages.forEach((message, index) => {
    if (message.seq !== index + 1) report('gaps', `session ${session.id} has seq ${message.seq} in place ${index + 1}`);
  });
  if (session.last_seq !== messages.length) report('gaps', `session ${session.id} counts ${session.last_seq} and has ${messages.length} messages`);
}

/** Only the owner speaks, and whatever a visitor asks the AI is answered, or goes to a person, or the conversation ends. */
function judgeSpeakers(session: Facts['sessions'][number], messages: readonly MessageFact[], history: History, report: Report): void {
  const { moments, end } = ownership(messages);
  const epochs = new Map(history.attempts.filter(({ epoch }) => epoch !== undefined).map(({ clientId, epoch }) => [clientId, epoch]));
  moments.forEach((moment, index) => {
    const { message, owner } = moment;
    const where = `seq ${message.seq} of session ${session.id}`;
    if (message.author_kind === 'ai' && owner !== 'ai') report('AI after takeover', `${where} belongs to ${owner}, and the AI says: ${message.text}`);
    const spokenUnder = epochs.get(message.client_id ?? '');
    if (spokenUnder !== undefined && spokenUnder !== moment.epoch)
      report('AI after takeover', `${where} was said under epoch ${spokenUnder}, in epoch ${moment.epoch}`);
    if (message.author_kind === 'agent' && (owner !== 'agent' || moment.agent !== message.author_name)) {
      report('agent without handoff', `${where} by ${message.author_name} belongs to ${moment.agent ?? owner}`);
    }
    if (
      message.author_kind === 'visitor' &&
      owner === 'ai' &&
      session.website !== BOT_WEBSITE &&
      !isSettled(message, moments.slice(index + 1), session.website)
    ) {
      report('unanswered', `${where}: ${message.text}`);
    }
  });
  if (session.owner !== end.owner || session.epoch !== end.epoch) {
    report(
      'unrecorded changes',
      `session ${session.id} is ${session.owner}'s in epoch ${session.epoch}; its transcript says ${end.owner}'s in ${end.epoch}`,
    );
  }
}

function isSettled(question: MessageFact, later: readonly Moment[], website: string): boolean {
  const mark = markOf(question.text) ?? '';
  return later.some(({ message }) => {
    if (message.author_kind === 'ai') return website !== ECHO_WEBSITE || message.text.includes(mark);
    return message.author_kind === 'system';
  });
}

/** Every device showed every message once, in order, without a gap, as it is stored. */
function judgeStreams(history: History, bySession: BySession, report: Report): void {
  for (const { device, sessionId, seen } of history.streams) {
    const stored = bySession.get(sessionId) ?? [];
    const first = seen[0]?.seq ?? 1;
    seen.forEach(({ seq, text }, index) => {
      if (seq !== first + index) report('wrong streams', `${device} showed seq ${seq} where ${first + index} was due`);
      else if (stored[seq - 1]?.text !== text)
        report('wrong streams', `${device} showed "${text}" as seq ${seq}; stored is "${stored[seq - 1]?.text}"`);
    });
    const last = seen.at(-1)?.seq ?? 0;
    if (last !== stored.length) report('wrong streams', `${device} came to seq ${last} of ${stored.length}`);
  }
}

function described({ author, sender, clientId, text }: Attempt): string {
  return `${clientId} (${author} ${sender}: ${text})`;
}
