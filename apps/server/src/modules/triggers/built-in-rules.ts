import type { RuleAction, RuleConditions, RuleStage, Trigger } from '#contracts';

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
}

export type BuiltInKey =
  | 'requested.button'
  | 'requested.api'
  | 'requested.agent'
  | 'requested.words'
  | 'sensitive_topic.legal'
  | 'sensitive_topic.complaint'
  | 'sensitive_topic.billing'
  | 'confidence_low.ai_unavailable'
  | 'confidence_low.no_answer'
  | 'confidence_low.threshold'
  | 'confidence_low.two_weak';

const NORMAL: RuleAction = { type: 'handoff', priority: 'normal' };
const HIGH: RuleAction = { type: 'handoff', priority: 'high' };

const via = (way: string): RuleConditions => ({ all: [{ fact: 'request.via', operator: 'equal', value: way }] });
const about = (topic: string): RuleConditions => ({ all: [{ fact: 'message.topics', operator: 'contains', value: topic }] });

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
    conditions: about('billing'),
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
];
