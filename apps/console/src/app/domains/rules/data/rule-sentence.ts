import type { RuleAction, RuleNode } from '#contracts';
import { ConditionSentences, GAP } from '../../../rule-words/condition-sentences';
import type { RuleWords } from '../../../rule-words/texts';
import type { RulesTexts } from '../texts';

/** A piece of a sentence; what a rule compares with stands out. */
export interface SentencePart {
  readonly text: string;
  readonly strong: boolean;
}

/** They stand around what is strong while the sentence is put together; nobody types them. */
const [STRONG, PLAIN] = ['\uE000', '\uE001'] as const;

/** Rules as plain sentences of one language. */
export class RuleSentences {
  private readonly marked: ConditionSentences;
  private readonly plain: ConditionSentences;

  constructor(
    private readonly t: RulesTexts,
    words: RuleWords,
    private readonly locale: string,
  ) {
    this.marked = new ConditionSentences(words, locale, (text) => `${STRONG}${text}${PLAIN}`);
    this.plain = new ConditionSentences(words, locale);
  }

  /** What a rule does, and when. */
  rule(conditions: RuleNode, action: RuleAction): readonly SentencePart[] {
    const said = this.joined(conditions, this.marked) || this.t('sentence.nothing');
    if (action.type === 'tag') return partsOf(this.t('sentence.tag', { tag: `${STRONG}${action.tag || '…'}${PLAIN}`, conditions: said }));
    return partsOf(this.t(`sentence.${action.type}`, { conditions: said }));
  }

  ruleText(conditions: RuleNode, action: RuleAction): string {
    return this.rule(conditions, action)
      .map(({ text }) => text)
      .join('');
  }

  /** A group or condition by itself. */
  node(node: RuleNode): string {
    return this.joined(node, this.plain) || this.t('sentence.nothing');
  }

  value(value: unknown, fact: string): string {
    return this.plain.shown(value, fact);
  }

  /** The outermost group needs no words of its own: its list says it. */
  private joined(node: RuleNode, sentences: ConditionSentences): string {
    if ('not' in node) return this.negated(node.not, sentences);
    if (!('all' in node) && !('any' in node)) return node.fact === '' ? GAP : sentences.say(node);
    const [children, type] = 'all' in node ? [node.all, 'conjunction' as const] : [node.any, 'disjunction' as const];
    const said = children.map((child) => this.nested(child, sentences, children.length === 1)).filter(Boolean);
    return new Intl.ListFormat(this.locale, { type }).format(said);
  }

  /** Where one list stands inside another, a word says where it begins. */
  private nested(node: RuleNode, sentences: ConditionSentences, alone: boolean): string {
    const said = this.joined(node, sentences);
    if (alone || said === '' || sizeOf(node) < 2) return said;
    return this.t('any' in node ? 'sentence.either' : 'sentence.both', { list: said });
  }

  private negated(node: RuleNode, sentences: ConditionSentences): string {
    const condition = this.nested(node, sentences, false);
    return condition && this.t('sentence.not', { condition });
  }
}

/** How many things a node lists. */
function sizeOf(node: RuleNode): number {
  if ('all' in node) return node.all.length;
  if ('any' in node) return node.any.length;
  return 1;
}

function partsOf(marked: string): readonly SentencePart[] {
  return marked
    .split(new RegExp(`(${STRONG}[^${PLAIN}]*${PLAIN})`, 'u'))
    .filter(Boolean)
    .map((text) => (text.startsWith(STRONG) ? { text: text.slice(1, -1), strong: true } : { text, strong: false }));
}
