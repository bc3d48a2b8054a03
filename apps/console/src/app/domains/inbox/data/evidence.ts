import type { EvidenceNode, RuleCondition } from '#contracts';
import type { InboxSay } from '../texts';
import type { en } from '../texts/en';
import { topicName } from './topics';

/** One line of "why": a condition as a sentence, lit or not, or the head of a group of them. */
export interface EvidenceLine {
  readonly kind: 'condition' | 'group';
  readonly text: string;
  readonly held: boolean;
  /** 0 for the outermost. */
  readonly depth: number;
}

type Leaf = Extract<EvidenceNode, { fact: string }>;
type Words = (typeof en)['evidence'];

const DENIALS = ['doesNotContain', 'notEqual', 'notIn'];
const LONGEST_VALUE_CHARS = 90;

/** What the texts know a name for; everything else is shown as the rule has it. */
const FACTS: readonly (keyof Words['facts'])[] = [
  'messageText',
  'messageLength',
  'messageLanguage',
  'messageTopics',
  'messageSentiment',
  'messageComplexity',
  'messageRepeats',
  'aiConfidence',
  'aiFailure',
  'aiWeakStreak',
  'aiComplexity',
  'sessionSeconds',
  'sessionMessages',
  'sessionVisitorMessages',
  'sessionHandoffs',
  'sessionTags',
  'visitorEmail',
  'pageUrl',
  'pageTitle',
  'timeNow',
  'timeHour',
  'timeWeekday',
  'queueWaiting',
  'teamOnline',
  'requestVia',
];
const FLAGS: readonly (keyof Words['flags'])[] = ['messageAsksForHuman', 'aiAnswered', 'aiFailed', 'visitorVerified', 'timeOpen'];
const OPERATORS: readonly (keyof Words['operators'])[] = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'containsAny',
  'startsWith',
  'endsWith',
  'matches',
  'between',
  'exists',
  'before',
  'after',
];

/** The trace of a decision as sentences. The outermost group needs no head: the card itself says "because". */
export function evidenceLines(node: EvidenceNode, t: InboxSay, locale: string): readonly EvidenceLine[] {
  const sentences = new Sentences(t, locale);
  const children = childrenOf(node);
  return children ? children.flatMap((child) => linesOf(child, 0, sentences)) : linesOf(node, 0, sentences);
}

function linesOf(node: EvidenceNode, depth: number, sentences: Sentences): readonly EvidenceLine[] {
  if (isLeaf(node)) return [{ kind: 'condition', text: sentences.condition(node), held: node.result, depth }];
  if ('not' in node) {
    return [{ kind: 'group', text: sentences.group('not'), held: node.result, depth }, ...linesOf(node.not, depth + 1, sentences)];
  }
  const children = childrenOf(node) ?? [];
  if (children.length === 1) return linesOf(children[0]!, depth, sentences);
  const head: EvidenceLine = { kind: 'group', text: sentences.group('all' in node ? 'all' : 'any'), held: node.result, depth };
  return [head, ...children.flatMap((child) => linesOf(child, depth + 1, sentences))];
}

const isLeaf = (node: EvidenceNode): node is Leaf => 'fact' in node;

function childrenOf(node: EvidenceNode): readonly EvidenceNode[] | null {
  if ('all' in node) return node.all;
  if ('any' in node) return node.any;
  return null;
}

/** Conditions as sentences of one language. */
class Sentences {
  constructor(
    private readonly t: InboxSay,
    private readonly locale: string,
  ) {}

  group(kind: 'all' | 'any' | 'not'): string {
    return this.t(`evidence.${kind}`);
  }

  condition(leaf: Leaf): string {
    if (leaf.fact === 'message.topics') {
      const value = this.shown(leaf.value);
      return this.then(leaf, DENIALS.includes(leaf.operator) ? this.t('evidence.notAbout', { value }) : this.t('evidence.about', { value }));
    }
    if (typeof leaf.value === 'boolean') {
      const sentence = this.flag(leaf, leaf.value === (leaf.operator !== 'notEqual'));
      // Yes or no is all there is to know, unless nothing was known.
      return leaf.factValue === undefined || leaf.factValue === null ? this.then(leaf, sentence) : sentence;
    }
    const parts = { subject: this.subject(leaf), value: this.range(leaf) };
    const operator = OPERATORS.find((known) => known === leaf.operator);
    return this.then(leaf, operator ? this.t(`evidence.operators.${operator}`, parts) : `${parts.subject} ${leaf.operator} ${parts.value}`);
  }

  private flag(leaf: Leaf, wantsSet: boolean): string {
    const flag = FLAGS.find((known) => known === keyOf(leaf.fact));
    if (flag) return this.t(`evidence.flags.${flag}.${wantsSet ? 'set' : 'unset'}`);
    const name = this.subject(leaf);
    return wantsSet ? this.t('evidence.flagSet', { name }) : this.t('evidence.flagUnset', { name });
  }

  private subject(leaf: RuleCondition): string {
    const name = this.fact(leaf.fact);
    return leaf.path ? this.t('evidence.path', { name, path: leaf.path }) : name;
  }

  private fact(fact: string): string {
    const known = FACTS.find((each) => each === keyOf(fact));
    if (known) return this.t(`evidence.facts.${known}`);
    return fact.startsWith('visitor.') ? this.t('evidence.attribute', { name: fact.slice('visitor.'.length) }) : fact;
  }

  private range({ operator, value }: Leaf): string {
    return operator === 'between' && Array.isArray(value)
      ? this.t('evidence.and', { low: this.shown(value[0]), high: this.shown(value[1]) })
      : this.shown(value);
  }

  /** What the fact was then, where the sentence does not say it already. */
  private then(leaf: Leaf, sentence: string): string {
    const value = leaf.factValue;
    if (value === undefined || value === null) return this.t('evidence.unknown', { sentence });
    if (leaf.result && this.shown(value) === this.shown(leaf.value)) return sentence;
    return this.t('evidence.was', {
      sentence,
      value: Array.isArray(value) && value.length === 0 ? this.t('evidence.none') : shortened(this.shown(value)),
    });
  }

  private shown(value: unknown): string {
    if (Array.isArray(value)) return value.map((each) => this.shown(each)).join(', ');
    if (typeof value === 'number') return value.toLocaleString(this.locale, { maximumFractionDigits: 2, useGrouping: false });
    if (typeof value === 'boolean') return value ? this.t('evidence.yes') : this.t('evidence.no');
    if (typeof value === 'string') return this.word(value);
    return String(value);
  }

  private word(value: string): string {
    return value.includes(' ') ? `“${value}”` : topicName(value, this.t);
  }
}

/** `messageTopics` for `message.topics`. */
const keyOf = (fact: string): string => fact.replace(/\.(\w)/u, (_dot, first: string) => first.toUpperCase());

const shortened = (text: string): string => (text.length > LONGEST_VALUE_CHARS ? `${text.slice(0, LONGEST_VALUE_CHARS - 2)}…` : text);
