import { computed, inject, Injectable, signal } from '@angular/core';
import type { FieldError } from '#contracts';
import { rulesTexts, type RulesTexts } from '../texts';
import { byNode } from './document';
import type { RuleDraft } from './rule-draft';
import { RulesApi } from './rules-api';
import { conditionsOf, isGroup, nodesOf, pathsOf, type TreeNode } from './tree';

/** What is wrong with a rule, by the id of the node it stands at. */
export type NodeProblems = ReadonlyMap<string, string>;

interface Verdict {
  readonly tree: RuleDraft['tree'];
  readonly errors: readonly FieldError[];
}

/** Which of the server's objections has which words; what is not known by heart is said as the server says it. */
const KNOWN: readonly (readonly [
  pattern: RegExp,
  key: 'unknownFact' | 'wrongStage' | 'operator' | 'list' | 'pair' | 'moment' | 'choice' | 'deep' | 'many' | 'number' | 'text',
])[] = [
  [/there is no fact/u, 'unknownFact'],
  [/is not known to a rule that runs/u, 'wrongStage'],
  [/does not fit|there is no operator|name of an operator/u, 'operator'],
  [/a list/u, 'list'],
  [/two numbers|lowest number first/u, 'pair'],
  [/a time as HH:MM/u, 'moment'],
  [/must be one of/u, 'choice'],
  [/nested too deeply/u, 'deep'],
  [/too many conditions/u, 'many'],
  [/must be a number/u, 'number'],
  [/must be a text|must not be empty/u, 'text'],
];

/** Looks a rule over while it is written: what is missing at once, the rest as the server sees it. */
@Injectable()
export class RuleCheck {
  private readonly api = inject(RulesApi);
  private readonly t = rulesTexts();
  private readonly draft = signal<Pick<RuleDraft, 'tree' | 'stage'> | null>(null);
  private readonly verdict = signal<Verdict | null>(null);

  private readonly insists = signal(false);

  /** What is still to be filled in is no mistake until somebody wants to save it. */
  readonly problems = computed<NodeProblems>(() => {
    const draft = this.draft();
    if (!draft) return new Map();
    const missing = this.insists() ? gapsIn(draft.tree, this.t) : new Map<string, string>();
    // What the server said of another tree is about nodes that may be gone.
    const verdict = this.verdict();
    return verdict?.tree === draft.tree ? new Map([...this.said(verdict), ...missing]) : missing;
  });

  /** Takes note of a draft without asking the server yet. */
  note(draft: Pick<RuleDraft, 'tree' | 'stage'>): void {
    this.draft.set(draft);
  }

  /** Asks the server, where there is something to ask. */
  async look(draft: Pick<RuleDraft, 'tree' | 'stage'>, websiteId: string): Promise<void> {
    if (gapsIn(draft.tree, this.t).size > 0) return;
    // It will be asked again when the rule is saved; until then nobody has to know that it could not be.
    const verdict = await this.api.validate({ conditions: conditionsOf(draft.tree), stage: draft.stage, websiteId }).catch(() => null);
    if (verdict) this.refuse(draft.tree, verdict.errors);
  }

  /** What the server said of a tree. */
  refuse(tree: RuleDraft['tree'], errors: readonly FieldError[]): void {
    const own = errors.filter(({ path }) => path.startsWith('conditions'));
    if (this.draft()?.tree === tree) this.verdict.set({ tree, errors: own });
  }

  /** From now on what is missing counts as wrong.  @returns whether nothing is */
  insist(): boolean {
    this.insists.set(true);
    return this.problems().size === 0;
  }

  /** Another rule begins. */
  forget(): void {
    this.insists.set(false);
    this.verdict.set(null);
  }

  private said({ tree, errors }: Verdict): readonly (readonly [string, string])[] {
    const paths = pathsOf(tree);
    return [...byNode(errors, paths)].map(([path, [first]]) => [paths.get(path)?.id ?? tree.id, this.words(first!)]);
  }

  private words({ path, message }: FieldError): string {
    const known = KNOWN.find(([pattern]) => pattern.test(message));
    if (known) return this.t(`refused.${known[1]}`);
    return path.endsWith('.value') ? this.t('refused.pattern', { reason: message }) : this.t('refused.other', { reason: message });
  }
}

/** What is still to be filled in. */
export function gapsIn(root: RuleDraft['tree'], t: RulesTexts): NodeProblems {
  const gaps = [...nodesOf(root)].map((node) => [node.id, gapAt(node)] as const);
  return new Map(gaps.flatMap(([id, gap]) => (gap ? [[id, t(`refused.${gap}`)] as const] : [])));
}

function gapAt(node: TreeNode): 'fact' | 'value' | 'empty' | null {
  if (isGroup(node)) return node.children.length === 0 ? 'empty' : null;
  const { fact, value } = node.condition;
  if (fact === '') return 'fact';
  const isEmpty = value === '' || value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return isEmpty ? 'value' : null;
}
