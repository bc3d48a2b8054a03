import { TOPICS, type FactDefinition, type FactType, type Operator, type RuleStage } from '#contracts';

const TEXT = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'containsAny',
  'startsWith',
  'endsWith',
  'matches',
  'exists',
] as const;
const NUMBER = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'between',
  'in',
  'notIn',
  'exists',
] as const;
const FLAG = ['equal', 'notEqual', 'exists'] as const;
const LIST = ['contains', 'doesNotContain', 'containsAny', 'exists'] as const;
const MOMENT = ['before', 'after', 'exists'] as const;
const BY_TYPE: Readonly<Record<FactType, readonly Operator[]>> = { string: TEXT, number: NUMBER, boolean: FLAG, 'string[]': LIST };

const ALWAYS: readonly RuleStage[] = ['before_reply', 'after_reply', 'clock'];
const WITH_A_MESSAGE: readonly RuleStage[] = ['before_reply', 'after_reply'];
const WITH_AN_ANSWER: readonly RuleStage[] = ['after_reply'];

type Sketch = Omit<FactDefinition, 'operators'> & { readonly operators?: readonly Operator[] };

const SKETCHES: readonly Sketch[] = [
  { name: 'message.text', label: 'Text of the message', type: 'string', example: 'Where is my parcel?', stages: WITH_A_MESSAGE },
  { name: 'message.length', label: 'Length of the message', type: 'number', unit: 'characters', example: 120, stages: WITH_A_MESSAGE },
  { name: 'message.language', label: 'Language of the message', type: 'string', unit: 'ISO 639-1', example: 'en', stages: WITH_A_MESSAGE },
  {
    name: 'message.topics',
    label: 'Topics of the message',
    type: 'string[]',
    values: TOPICS,
    valuesPerWebsite: true,
    example: ['billing'],
    stages: WITH_A_MESSAGE,
  },
  {
    name: 'message.sentiment',
    label: 'Sentiment of the message',
    type: 'number',
    unit: '−1 upset … 1 pleased',
    example: -0.4,
    stages: WITH_A_MESSAGE,
  },
  { name: 'message.asksForHuman', label: 'Message asks for a person', type: 'boolean', example: true, stages: WITH_A_MESSAGE },
  { name: 'message.complexity', label: 'Complexity of the message', type: 'number', unit: 'share 0…1', example: 0.6, stages: WITH_A_MESSAGE },
  { name: 'message.isQuestion', label: 'Message only asks and tells nothing', type: 'boolean', example: true, stages: WITH_A_MESSAGE },
  { name: 'message.repeats', label: 'Times the same question was asked before', type: 'number', unit: 'times', example: 2, stages: WITH_A_MESSAGE },
  {
    name: 'request.via',
    label: 'A person was asked for by',
    type: 'string',
    values: ['button', 'api', 'agent'],
    example: 'button',
    operators: ['equal', 'notEqual', 'in', 'notIn', 'exists'],
    stages: ['before_reply'],
  },
  { name: 'ai.confidence', label: 'Confidence of the AI', type: 'number', unit: 'share 0…1', example: 0.5, stages: WITH_AN_ANSWER },
  { name: 'ai.answered', label: 'AI found an answer', type: 'boolean', example: true, stages: WITH_AN_ANSWER },
  { name: 'ai.failed', label: 'AI failed or timed out', type: 'boolean', example: false, stages: WITH_AN_ANSWER },
  {
    name: 'ai.failure',
    label: 'Why the AI failed',
    type: 'string',
    values: ['timeout', 'unreachable', 'refused', 'malformed'],
    example: 'timeout',
    operators: ['equal', 'notEqual', 'in', 'notIn', 'exists'],
    stages: WITH_AN_ANSWER,
  },
  { name: 'ai.weakStreak', label: 'Weak answers in a row', type: 'number', unit: 'answers', example: 2, stages: WITH_AN_ANSWER },
  { name: 'ai.complexity', label: 'Complexity the AI sees in the question', type: 'number', unit: 'share 0…1', example: 0.7, stages: WITH_AN_ANSWER },
  { name: 'session.seconds', label: 'Length of the session', type: 'number', unit: 'seconds', example: 900, stages: ALWAYS },
  { name: 'session.messages', label: 'Messages in the session', type: 'number', unit: 'messages', example: 12, stages: ALWAYS },
  { name: 'session.visitorMessages', label: 'Messages by the visitor', type: 'number', unit: 'messages', example: 5, stages: ALWAYS },
  { name: 'session.handoffs', label: 'Earlier handoffs of the session', type: 'number', unit: 'handoffs', example: 1, stages: ALWAYS },
  { name: 'session.tags', label: 'Tags of the session', type: 'string[]', example: ['vip'], stages: ALWAYS },
  { name: 'visitor.email', label: 'Email of the visitor', type: 'string', example: 'ana@example.com', stages: ALWAYS },
  { name: 'visitor.verified', label: 'Identity of the visitor is verified', type: 'boolean', example: true, stages: ALWAYS },
  {
    name: 'visitor.*',
    label: 'Attribute of the visitor',
    type: 'string',
    example: 'premium',
    stages: ALWAYS,
    operators: [...new Set([...TEXT, ...NUMBER, ...MOMENT])],
  },
  { name: 'page.url', label: 'Address of the page', type: 'string', example: 'https://shop.example/checkout', stages: ALWAYS },
  { name: 'page.title', label: 'Title of the page', type: 'string', example: 'Checkout', stages: ALWAYS },
  { name: 'time.open', label: 'Business hours are open', type: 'boolean', example: true, stages: ALWAYS },
  {
    name: 'time.now',
    label: 'Time at the website',
    type: 'string',
    unit: 'instant, or HH:MM of the day',
    example: '17:30',
    operators: MOMENT,
    stages: ALWAYS,
  },
  { name: 'time.hour', label: 'Hour of the day at the website', type: 'number', unit: '0…23', example: 14, stages: ALWAYS },
  {
    name: 'time.weekday',
    label: 'Day of the week at the website',
    type: 'number',
    unit: '1 Monday … 7 Sunday',
    values: [1, 2, 3, 4, 5, 6, 7],
    example: 1,
    stages: ALWAYS,
  },
  {
    name: 'website.mode',
    label: 'When people take over at the website',
    type: 'string',
    values: ['always', 'scheduled', 'offline_only', 'off'],
    example: 'always',
    operators: ['equal', 'notEqual', 'in', 'notIn', 'exists'],
    stages: ALWAYS,
  },
  { name: 'queue.waiting', label: 'Visitors waiting for a person', type: 'number', unit: 'visitors', example: 3, stages: ALWAYS },
  { name: 'team.online', label: 'Agents online', type: 'number', unit: 'agents', example: 2, stages: ALWAYS },
];

/** Every fact a rule may ask about: the one source of the rule builder, the validator and the docs. */
export const FACTS: readonly FactDefinition[] = SKETCHES.map((sketch) => ({ ...sketch, operators: sketch.operators ?? BY_TYPE[sketch.type] }));

const byName = new Map(FACTS.map((fact) => [fact.name, fact]));
const ATTRIBUTE = /^visitor\.([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,63})$/u;
/** Names that reach an object's prototype wherever they are used as a key. */
export const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The definition of `name`; an attribute of the visitor (`visitor.plan`) has the one of `visitor.*`. */
export function factDefinition(name: string): FactDefinition | undefined {
  if (name.endsWith('.*')) return undefined;
  const known = byName.get(name);
  if (known) return known;
  const attribute = ATTRIBUTE.exec(name)?.[1];
  if (!attribute || attribute.split('.').some((part) => PROTOTYPE_KEYS.has(part))) return undefined;
  return byName.get('visitor.*');
}

/** Whether the values of a fact may be of any scalar type, because visitors' attributes are the customer's own. */
export function isOpenTyped(definition: FactDefinition): boolean {
  return definition.name.endsWith('.*');
}
