import type { Facts, FactValue } from '#contracts';
import { LIKELY } from '#understanding';
import { localTime } from './local-time.js';
import type { Situation } from './situation.js';

type Values = Record<string, FactValue>;

/**
 * The facts of a situation by their registered names. What is unknown stays absent, never guessed.
 * @param asked names of the facts that matter; look-ups nobody asks about are not made
 */
export async function factsOf(situation: Situation, asked: ReadonlySet<string>): Promise<Facts> {
  const facts: Values = Object.assign(
    Object.create(null),
    messageFacts(situation),
    aiFacts(situation),
    sessionFacts(situation),
    visitorFacts(situation),
    { 'page.url': situation.page?.url, 'page.title': situation.page?.title, 'website.mode': situation.mode },
  );
  if (situation.requestedVia) facts['request.via'] = situation.requestedVia;
  if (['time.now', 'time.hour', 'time.weekday'].some((name) => asked.has(name))) Object.assign(facts, timeFacts(situation));
  if (asked.has('queue.waiting')) facts['queue.waiting'] = await situation.lookups.queueWaiting();
  if (asked.has('team.online')) facts['team.online'] = await situation.lookups.teamOnline();
  return facts;
}

function messageFacts({ message }: Situation): Values {
  if (!message) return {};
  const { text, signals, repeats } = message;
  return {
    'message.text': text,
    'message.length': text.length,
    'message.language': signals.language,
    'message.topics': Object.entries(signals.topics)
      .filter(([, signal]) => signal.score >= LIKELY)
      .map(([topic]) => topic),
    'message.sentiment': signals.sentiment.score,
    'message.asksForHuman': signals.asksForHuman.score >= LIKELY,
    'message.complexity': signals.complexity.score,
    'message.isQuestion': signals.isQuestion,
    'message.repeats': repeats,
  };
}

function aiFacts({ ai }: Situation): Values {
  if (!ai) return {};
  return {
    'ai.confidence': ai.confidence,
    'ai.answered': ai.answered,
    'ai.failed': ai.failed !== null,
    'ai.failure': ai.failed,
    'ai.weakStreak': ai.weakStreak,
    'ai.complexity': ai.complexity,
  };
}

function sessionFacts({ session, now }: Situation): Values {
  return {
    'session.seconds': Math.max(0, Math.floor((now.getTime() - session.startedAt.getTime()) / 1000)),
    'session.messages': session.messages,
    'session.visitorMessages': session.visitorMessages,
    'session.handoffs': session.handoffs,
    'session.tags': session.tags,
  };
}

/** Attributes are the customer's own; one called `email` does not pass for the visitor's email. */
function visitorFacts({ visitor }: Situation): Values {
  const facts: Values = Object.create(null);
  for (const [name, value] of Object.entries(visitor.attributes)) facts[`visitor.${name}`] = value;
  facts['visitor.email'] = visitor.email;
  facts['visitor.verified'] = visitor.verified;
  return facts;
}

function timeFacts({ now, timeZone }: Situation): Values {
  const local = localTime(now, timeZone);
  return { 'time.now': local.iso, 'time.hour': local.hour, 'time.weekday': local.weekday };
}
