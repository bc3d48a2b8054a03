import type { RuleAction, RuleCondition, RuleConditions, RuleStage, Trigger } from '#contracts';

/** A rule every website begins with. Its parameters are edited in place; `key` stays its name for the code. */
export interface BuiltInRule {
  readonly key: BuiltInKey;
  readonly name: string;
  readonly trigger: Trigger;
  readonly code: string;
  readonly stage: RuleStage;
  readonly priority: number;
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
  /** Off until an admin switches it on. */
  readonly offAtFirst?: true;
}

export type BuiltInKey =
  | 'requested.button'
  | 'requested.api'
  | 'requested.agent'
  | 'requested.words'
  | 'sensitive_topic.legal'
  | 'sensitive_topic.complaint'
  | 'sensitive_topic.billing'
  | 'sensitive_topic.billing_unsure'
  | 'sensitive_topic.safety'
  | 'sensitive_topic.personal_data'
  | 'complex_query'
  | 'time_limit'
  | 'offline_capture'
  | 'confidence_low.ai_unavailable'
  | 'confidence_low.no_answer'
  | 'confidence_low.threshold'
  | 'confidence_low.two_weak';

const NORMAL: RuleAction = { type: 'handoff', priority: 'normal' };
const HIGH: RuleAction = { type: 'handoff', priority: 'high' };

const via = (way: string): RuleConditions => ({ all: [{ fact: 'request.via', operator: 'equal', value: way }] });
const topic = (name: string): RuleCondition => ({ fact: 'message.topics', operator: 'contains', value: name });
const about = (name: string): RuleConditions => ({ all: [topic(name)] });
const within = (fact: string, operator: string, value: unknown): RuleCondition => ({ fact, operator, value });

const FIFTEEN_MINUTES_SECONDS = 900;

/** What was asked for outright comes before what was said in passing, and that before what the AI made of it. */
export const BUILT_IN_RULES: readonly BuiltInRule[] = [
  {
    key: 'requested.button',
    name: 'Asked for a person with the button',
    trigger: 'requested',
    code: 'asked_by_button',
    stage: 'before_reply',
    priority: 130,
    conditions: via('button'),
    action: NORMAL,
  },
  {
    key: 'requested.api',
    name: 'Asked for a person over the API',
    trigger: 'requested',
    code: 'asked_by_api',
    stage: 'before_reply',
    priority: 129,
    conditions: via('api'),
    action: NORMAL,
  },
  {
    key: 'requested.agent',
    name: 'Opened by the team',
    trigger: 'requested',
    code: 'opened_by_agent',
    stage: 'before_reply',
    priority: 128,
    conditions: via('agent'),
    action: NORMAL,
  },
  {
    key: 'requested.words',
    name: 'Asked for a person in words',
    trigger: 'requested',
    code: 'asked_in_words',
    stage: 'before_reply',
    priority: 120,
    conditions: { all: [{ fact: 'message.asksForHuman', operator: 'equal', value: true }] },
    action: NORMAL,
  },
  {
    key: 'sensitive_topic.legal',
    name: 'Legal matters',
    trigger: 'sensitive_topic',
    code: 'legal',
    stage: 'before_reply',
    priority: 110,
    conditions: about('legal'),
    action: HIGH,
  },
  {
    key: 'sensitive_topic.complaint',
    name: 'Complaints',
    trigger: 'sensitive_topic',
    code: 'complaint',
    stage: 'before_reply',
    priority: 105,
    conditions: about('complaint'),
    action: HIGH,
  },
  {
    key: 'sensitive_topic.billing',
    name: 'Billing',
    trigger: 'sensitive_topic',
    code: 'billing',
    stage: 'before_reply',
    priority: 100,
    // Which ways of paying there are is what an article answers; what went wrong with somebody's money is not.
    conditions: { all: [topic('billing'), within('message.isQuestion', 'equal', false)] },
    action: NORMAL,
  },
  {
    key: 'sensitive_topic.safety',
    name: 'Safety',
    trigger: 'sensitive_topic',
    code: 'safety',
    stage: 'before_reply',
    priority: 112,
    conditions: about('safety'),
    action: { type: 'handoff', priority: 'urgent' },
    offAtFirst: true,
  },
  {
    key: 'sensitive_topic.personal_data',
    name: 'Personal data',
    trigger: 'sensitive_topic',
    code: 'personal_data',
    stage: 'before_reply',
    priority: 108,
    conditions: about('personal_data'),
    action: NORMAL,
    offAtFirst: true,
  },
  {
    key: 'sensitive_topic.billing_unsure',
    name: 'Billing question the AI is not sure of',
    trigger: 'sensitive_topic',
    code: 'billing',
    stage: 'after_reply',
    priority: 89,
    conditions: { all: [topic('billing'), { any: [within('ai.answered', 'equal', false), within('ai.confidence', 'lessThan', 0.75)] }] },
    action: NORMAL,
  },
  {
    key: 'complex_query',
    name: 'Complex question',
    trigger: 'complex_query',
    code: 'complex_query',
    stage: 'after_reply',
    priority: 88,
    conditions: {
      any: [
        within('message.complexity', 'greaterThanInclusive', 0.55),
        within('message.repeats', 'greaterThanInclusive', 2),
        within('ai.complexity', 'greaterThanInclusive', 0.8),
      ],
    },
    action: NORMAL,
  },
  {
    key: 'confidence_low.ai_unavailable',
    name: 'AI unavailable',
    trigger: 'confidence_low',
    code: 'ai_unavailable',
    stage: 'after_reply',
    priority: 90,
    conditions: { all: [{ fact: 'ai.failed', operator: 'equal', value: true }] },
    action: NORMAL,
  },
  {
    key: 'confidence_low.no_answer',
    name: 'No answer found',
    trigger: 'confidence_low',
    code: 'no_answer',
    stage: 'after_reply',
    priority: 85,
    conditions: {
      all: [
        { fact: 'ai.answered', operator: 'equal', value: false },
        { fact: 'ai.failed', operator: 'equal', value: false },
      ],
    },
    action: NORMAL,
  },
  {
    key: 'confidence_low.threshold',
    name: 'AI not sure enough',
    trigger: 'confidence_low',
    code: 'below_threshold',
    stage: 'after_reply',
    priority: 80,
    conditions: { all: [{ fact: 'ai.confidence', operator: 'lessThan', value: 0.5 }] },
    action: NORMAL,
  },
  {
    key: 'confidence_low.two_weak',
    name: 'Two weak answers in a row',
    trigger: 'confidence_low',
    code: 'two_weak_answers',
    stage: 'after_reply',
    priority: 75,
    conditions: { all: [{ fact: 'ai.weakStreak', operator: 'greaterThanInclusive', value: 2 }] },
    action: NORMAL,
  },
  {
    key: 'time_limit',
    name: 'Conversation takes too long',
    trigger: 'time_limit',
    code: 'time_limit',
    stage: 'clock',
    priority: 70,
    // Whoever only opened the chat is not waiting for anything.
    conditions: {
      all: [within('session.seconds', 'greaterThanInclusive', FIFTEEN_MINUTES_SECONDS), within('session.visitorMessages', 'greaterThanInclusive', 1)],
    },
    action: NORMAL,
    offAtFirst: true,
  },
  {
    key: 'offline_capture',
    name: 'Person wanted while nobody is there',
    trigger: 'offline_capture',
    code: 'team_away',
    stage: 'before_reply',
    priority: 140,
    conditions: {
      all: [
        { any: [within('message.asksForHuman', 'equal', true), within('request.via', 'in', ['button', 'api'])] },
        { any: [within('website.mode', 'equal', 'offline_only'), within('time.open', 'equal', false), within('team.online', 'equal', 0)] },
      ],
    },
    action: NORMAL,
    offAtFirst: true,
  },
];
