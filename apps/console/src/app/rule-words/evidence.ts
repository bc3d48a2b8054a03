import type { EvidenceNode } from '#contracts';
import { ConditionSentences } from './condition-sentences';
import type { RuleWords } from './texts';

/** One line of "why": a condition as a sentence, lit or not, or the head of a group of them. */
export interface EvidenceLine {
  readonly kind: 'condition' | 'group';
  readonly text: string;
  readonly held: boolean;
  /** 0 for the outermost. */
  readonly depth: number;
}

type Leaf = Extract<EvidenceNode, { fact: string }>;

const LONGEST_VALUE_CHARS = 90;

/** The trace of a decision as sentences. The outermost group needs no head: the card itself says "because". */
export function evidenceLines(node: EvidenceNode, t: RuleWords, locale: string): readonly EvidenceLine[] {
  const trace = new Trace(t, new ConditionSentences(t, locale));
  const children = childrenOf(node);
  return children ? children.flatMap((child) => trace.linesOf(child, 0)) : trace.linesOf(node, 0);
}

class Trace {
  constructor(
    private readonly t: RuleWords,
    private readonly sentences: ConditionSentences,
  ) {}

  linesOf(node: EvidenceNode, depth: number): readonly EvidenceLine[] {
    if (isLeaf(node)) return [{ kind: 'condition', text: this.condition(node), held: node.result, depth }];
    if ('not' in node) return [this.head('not', node, depth), ...this.linesOf(node.not, depth + 1)];
    const children = childrenOf(node) ?? [];
    if (children.length === 1) return this.linesOf(children[0]!, depth);
    return [this.head('all' in node ? 'all' : 'any', node, depth), ...children.flatMap((child) => this.linesOf(child, depth + 1))];
  }

  private head(kind: 'all' | 'any' | 'not', { result }: EvidenceNode, depth: number): EvidenceLine {
    return { kind: 'group', text: this.t(kind), held: result, depth };
  }

  /** With what the fact was then, where the sentence does not say it already. */
  private condition(leaf: Leaf): string {
    const sentence = this.sentences.say(leaf);
    const { value, factValue } = leaf;
    if (factValue === undefined || factValue === null) return leaf.operator === 'exists' ? sentence : this.t('unknown', { sentence });
    // Yes or no is all there is to know.
    if (typeof value === 'boolean' && typeof factValue === 'boolean') return sentence;
    const [wanted, was] = [this.sentences.shown(value, leaf.fact), this.sentences.shown(factValue, leaf.fact)];
    if (leaf.result && wanted === was) return sentence;
    return this.t('was', { sentence, value: Array.isArray(factValue) && factValue.length === 0 ? this.t('none') : shortened(was) });
  }
}

const isLeaf = (node: EvidenceNode): node is Leaf => 'fact' in node;

function childrenOf(node: EvidenceNode): readonly EvidenceNode[] | null {
  if ('all' in node) return node.all;
  if ('any' in node) return node.any;
  return null;
}

const shortened = (text: string): string => (text.length > LONGEST_VALUE_CHARS ? `${text.slice(0, LONGEST_VALUE_CHARS - 2)}…` : text);
