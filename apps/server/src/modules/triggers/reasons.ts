import type { ReplyFailure, RuleConditions, TextEvidence, Topic } from '#contracts';
import type { BuiltInKey } from './built-in-rules.js';
import { thresholdOf } from './confidence-threshold.js';
import type { Situation } from './situation.js';

const MAX_QUOTE_CHARS = 120;

const FAILURES: Readonly<Record<ReplyFailure, string>> = {
  timeout: 'The AI did not answer in time.',
  unreachable: 'The AI could not be reached.',
  refused: 'The AI refused to answer.',
  malformed: 'The AI sent something that is no answer.',
};

type Sentence = (situation: Situation, conditions: RuleConditions) => string;

/** Why each built-in rule fired, in one sentence for the team. */
const SENTENCES: Readonly<Record<BuiltInKey, Sentence>> = {
  'requested.button': () => 'Asked for a person with the button.',
  'requested.api': () => 'A person was asked for over the API.',
  'requested.agent': () => 'Opened by a member of the team.',
  'requested.words': ({ message }) => quoting('Asked for a person', message?.signals.asksForHuman.evidence, message?.text),
  'sensitive_topic.legal': (situation) => aboutTopic('Writes about legal matters', 'legal', situation),
  'sensitive_topic.complaint': (situation) => aboutTopic('Complains', 'complaint', situation),
  'sensitive_topic.billing': (situation) => aboutTopic('Writes about billing', 'billing', situation),
  'sensitive_topic.billing_unsure': (situation) => aboutTopic('Asks about billing, and the AI is not sure', 'billing', situation),
  'sensitive_topic.safety': (situation) => aboutTopic('Writes about safety', 'safety', situation),
  'sensitive_topic.personal_data': (situation) => aboutTopic('Writes about personal data', 'personal_data', situation),
  complex_query: ({ message, ai }) => complexity(message, ai),
  time_limit: ({ session, now }) => `The conversation has lasted ${minutesOf(now.getTime() - session.startedAt.getTime())} without being solved.`,
  offline_capture: () => 'Asked for a person while nobody of the team is there.',
  'confidence_low.ai_unavailable': ({ ai }) => (ai?.failed ? FAILURES[ai.failed] : 'The AI is not available.'),
  'confidence_low.no_answer': () => 'The AI found no answer.',
  'confidence_low.threshold': ({ ai }, conditions) => {
    const threshold = thresholdOf(conditions);
    const sure = `The AI was ${percent(ai?.confidence ?? 0)} sure`;
    return threshold === null ? `${sure}.` : `${sure}; the website asks for ${percent(threshold)}.`;
  },
  'confidence_low.two_weak': ({ ai }) => `The AI was barely sure ${ai?.weakStreak ?? 2} times in a row.`,
};

export function reasonFor(rule: { builtInKey: string | null; name: string; conditions: RuleConditions }, situation: Situation): string {
  const sentence = rule.builtInKey !== null && Object.hasOwn(SENTENCES, rule.builtInKey) ? SENTENCES[rule.builtInKey as BuiltInKey] : undefined;
  return sentence ? sentence(situation, rule.conditions) : `The rule “${rule.name}” applies.`;
}

function complexity(message: Situation['message'], ai: Situation['ai']): string {
  const { signals, repeats = 0 } = message ?? {};
  if (repeats >= 2) return `Asked the same question ${repeats + 1} times.`;
  const score = signals?.complexity.score ?? 0;
  if ((ai?.complexity ?? 0) > score) return 'The AI finds the question too complex.';
  const questions = signals?.complexity.evidence.filter(({ label }) => label === 'question').length ?? 0;
  return questions > 1 ? `Asked ${questions} questions at once.` : 'Describes a long problem with many steps.';
}

function minutesOf(millis: number): string {
  const minutes = Math.max(1, Math.floor(millis / 60_000));
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

function aboutTopic(claim: string, topic: Topic, { message }: Situation): string {
  return quoting(claim, message?.signals.topics[topic]?.evidence, message?.text);
}

function quoting(claim: string, evidence: readonly TextEvidence[] = [], text = ''): string {
  const first = evidence[0];
  if (!first) return `${claim}.`;
  const passage = text.slice(first.start, evidence.at(-1)!.end).replace(/\s+/g, ' ');
  const words = passage.length <= MAX_QUOTE_CHARS ? passage : [...new Set(evidence.map((piece) => piece.text))].join(' … ').slice(0, MAX_QUOTE_CHARS);
  return `${claim}: “${words}”`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
