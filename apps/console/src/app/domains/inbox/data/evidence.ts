import type { EvidenceNode, RuleCondition } from '#contracts';

/** One line of "why": a condition as a sentence, lit or not, or the head of a group of them. */
export interface EvidenceLine {
  readonly kind: 'condition' | 'group';
  readonly text: string;
  readonly held: boolean;
  /** 0 for the outermost. */
  readonly depth: number;
}

type Leaf = Extract<EvidenceNode, { fact: string }>;

/** The trace of a decision as sentences. The outermost group needs no head: the card itself says "because". */
export function evidenceLines(node: EvidenceNode): readonly EvidenceLine[] {
  const children = childrenOf(node);
  return children ? children.flatMap((child) => linesOf(child, 0)) : linesOf(node, 0);
}

function linesOf(node: EvidenceNode, depth: number): readonly EvidenceLine[] {
  if (isLeaf(node)) return [{ kind: 'condition', text: conditionSentence(node), held: node.result, depth }];
  if ('not' in node) {
    return [{ kind: 'group', text: 'not', held: node.result, depth }, ...linesOf(node.not, depth + 1)];
  }
  const children = childrenOf(node) ?? [];
  if (children.length === 1) return linesOf(children[0]!, depth);
  const head: EvidenceLine = { kind: 'group', text: 'all' in node ? 'all of these' : 'any of these', held: node.result, depth };
  return [head, ...children.flatMap((child) => linesOf(child, depth + 1))];
}

const isLeaf = (node: EvidenceNode): node is Leaf => 'fact' in node;

function childrenOf(node: EvidenceNode): readonly EvidenceNode[] | null {
  if ('all' in node) return node.all;
  if ('any' in node) return node.any;
  return null;
}

const FACT_SUBJECTS: Readonly<Record<string, string>> = {
  'message.text': 'the message',
  'message.length': 'the length of the message',
  'message.language': 'the language',
  'message.topics': 'the message',
  'message.sentiment': 'the mood',
  'message.complexity': 'how involved the question is',
  'message.repeats': 'the times this was asked again',
  'ai.confidence': 'AI confidence',
  'ai.failure': 'why the AI failed',
  'ai.weakStreak': 'weak answers in a row',
  'session.seconds': 'the time in this conversation',
  'session.messages': 'messages so far',
  'session.visitorMessages': 'messages by the visitor',
  'session.handoffs': 'handoffs so far',
  'session.tags': 'the tags',
  'visitor.email': 'the email address',
  'page.url': 'the page address',
  'page.title': 'the page title',
  'time.now': 'the time',
  'time.hour': 'the hour',
  'time.weekday': 'the weekday',
  'queue.waiting': 'visitors waiting',
  'team.online': 'agents online',
  'request.via': 'the way a person was asked for',
  'ai.complexity': 'how involved the AI finds the question',
};

/** What a flag says when it is set, and when it is not. */
const FLAG_SENTENCES: Readonly<Record<string, readonly [set: string, unset: string]>> = {
  'message.asksForHuman': ['the message asks for a person', 'the message does not ask for a person'],
  'ai.answered': ['the AI found an answer', 'the AI found no answer'],
  'ai.failed': ['the AI failed', 'the AI did not fail'],
  'visitor.verified': ['the visitor is verified', 'the visitor is not verified'],
  'time.open': ['the team is open', 'the team is closed'],
};

const OPERATOR_WORDS: Readonly<Record<string, string>> = {
  equal: 'is',
  notEqual: 'is not',
  lessThan: 'is under',
  lessThanInclusive: 'is at most',
  greaterThan: 'is over',
  greaterThanInclusive: 'is at least',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'contains',
  doesNotContain: 'does not contain',
  containsAny: 'contains any of',
  startsWith: 'starts with',
  endsWith: 'ends with',
  matches: 'matches',
  between: 'is between',
  exists: 'is known',
  before: 'is before',
  after: 'is after',
};

function conditionSentence(leaf: Leaf): string {
  const was = factThen(leaf);
  if (leaf.fact === 'message.topics') return `the message is ${denied(leaf) ? 'not ' : ''}about ${shown(leaf.value)}${was}`;
  if (typeof leaf.value === 'boolean') {
    const wantsSet = leaf.value === (leaf.operator !== 'notEqual');
    const sentence = FLAG_SENTENCES[leaf.fact]?.[wantsSet ? 0 : 1] ?? `${subject(leaf)}: ${wantsSet ? 'yes' : 'no'}`;
    return leaf.factValue === undefined || leaf.factValue === null ? sentence + was : sentence;
  }
  return `${subject(leaf)} ${OPERATOR_WORDS[leaf.operator] ?? leaf.operator} ${range(leaf)}${was}`;
}

const denied = (leaf: RuleCondition): boolean => ['doesNotContain', 'notEqual', 'notIn'].includes(leaf.operator);

function subject(leaf: RuleCondition): string {
  const known = FACT_SUBJECTS[leaf.fact];
  const name = known ?? (leaf.fact.startsWith('visitor.') ? `the visitor's ${leaf.fact.slice('visitor.'.length)}` : leaf.fact);
  return leaf.path ? `${name} (${leaf.path})` : name;
}

function range(leaf: RuleCondition): string {
  return leaf.operator === 'between' && Array.isArray(leaf.value) ? leaf.value.map(shown).join(' and ') : shown(leaf.value);
}

/** What the fact was then, where the sentence does not say it already. */
function factThen(leaf: Leaf): string {
  const value = leaf.factValue;
  if (value === undefined || value === null) return ' (not known)';
  if (leaf.result && shown(value) === shown(leaf.value)) return '';
  return ` (was ${Array.isArray(value) && value.length === 0 ? 'none' : shortened(shown(value))})`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(2).replace(/0$/, '');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.includes(' ') ? `“${value}”` : value.replaceAll('_', ' ');
  return String(value);
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)}…` : text);
