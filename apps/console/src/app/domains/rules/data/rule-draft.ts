import type { ChangeRule, Rule, RuleAction, RuleMode, RuleStage, SaveRule } from '#contracts';
import { conditionsOf, documentOf, emptyCondition, aGroup, isGroup, nodesOf, treeOf, type Group } from './tree';

/** How much a rule may do: not asked at all, asked without effect, or in force. */
export type RuleState = 'off' | RuleMode;

/** A rule as the editor holds it. Never changed, only replaced. */
export interface RuleDraft {
  readonly name: string;
  readonly state: RuleState;
  readonly stage: RuleStage;
  readonly priority: number;
  readonly cooldownSeconds: number | null;
  readonly tree: Group;
  readonly action: RuleAction;
}

export const PRIORITY_LIMITS = { min: -1000, max: 1000 } as const;

export const stateOf = ({ enabled, mode }: Pick<Rule, 'enabled' | 'mode'>): RuleState => (enabled ? mode : 'off');

/** Turning a rule off forgets nothing: it comes back as what it is turned on as. */
export function turnedTo(state: RuleState): Pick<ChangeRule, 'enabled' | 'mode'> {
  return state === 'off' ? { enabled: false } : { enabled: true, mode: state };
}

/** New rules begin where no visitor notices them. */
export function newRule(): RuleDraft {
  return {
    name: '',
    state: 'shadow',
    stage: 'before_reply',
    priority: 50,
    cooldownSeconds: null,
    tree: aGroup('all', [emptyCondition()]),
    action: { type: 'handoff', priority: 'normal' },
  };
}

export function draftOf(rule: Rule): RuleDraft {
  const { name, stage, priority, cooldownSeconds, action } = rule;
  return { name, state: stateOf(rule), stage, priority, cooldownSeconds: cooldownSeconds ?? null, tree: treeOf(rule.conditions), action };
}

export function toSave(websiteId: string, draft: RuleDraft): SaveRule {
  const { stage, priority, cooldownSeconds, action } = draft;
  return {
    websiteId,
    name: draft.name.trim(),
    enabled: draft.state !== 'off',
    mode: draft.state === 'off' ? 'shadow' : draft.state,
    stage,
    priority,
    ...(cooldownSeconds !== null && { cooldownSeconds }),
    conditions: conditionsOf(draft.tree),
    action: tidied(action),
  };
}

/** Only what differs: each change is a version, and says what was changed. */
export function toChange(draft: RuleDraft, rule: Rule): ChangeRule {
  const next = toSave(rule.websiteId, draft);
  return {
    ...(next.name !== rule.name && { name: next.name }),
    ...(draft.state !== stateOf(rule) && turnedTo(draft.state)),
    ...(next.priority !== rule.priority && { priority: draft.priority }),
    ...(draft.cooldownSeconds !== (rule.cooldownSeconds ?? null) && { cooldownSeconds: draft.cooldownSeconds }),
    ...(!same(next.conditions, rule.conditions) && { conditions: next.conditions }),
    ...(!same(next.action, tidied(rule.action)) && { action: next.action }),
  };
}

/** A draft as a version would hold it. */
export function contentOf(
  draft: RuleDraft,
  rule: Rule,
): Pick<Rule, 'name' | 'enabled' | 'mode' | 'priority' | 'cooldownSeconds' | 'conditions' | 'action'> {
  const { name, priority, conditions, action } = toSave(rule.websiteId, draft);
  const { cooldownSeconds } = draft;
  return { ...rule, ...turnedTo(draft.state), name, priority: priority ?? 0, cooldownSeconds, conditions, action };
}

export function isSameDraft(one: RuleDraft, other: RuleDraft): boolean {
  return same(comparable(one), comparable(other));
}

export function factsIn(tree: Group): readonly string[] {
  return [...nodesOf(tree)].flatMap((node) => (isGroup(node) || node.condition.fact === '' ? [] : [node.condition.fact]));
}

/** Without the ids that only the editor knows. */
const comparable = ({ tree, action, ...rest }: RuleDraft): unknown => ({ ...rest, conditions: documentOf(tree), action: tidied(action) });

/** Without what belongs to another kind of action, and without empty texts. */
export function tidied({ type, priority, teamId, message, messages, tag }: RuleAction): RuleAction {
  if (type === 'tag') return { type, tag: tag?.trim() ?? '' };
  const said = Object.entries(messages ?? {}).filter(([, text]) => text.trim() !== '');
  return {
    type,
    ...(priority && { priority }),
    ...(teamId && { teamId }),
    ...(message?.trim() && { message: message.trim() }),
    ...(said.length > 0 && { messages: Object.fromEntries(said.map(([language, text]) => [language, text.trim()])) }),
  };
}

/** Whatever the order of the keys. */
export function same(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
}
