import type { RuleCondition, RuleConditions, RuleVersion, Team } from '#contracts';
import type { RulesTexts } from '../texts';
import { same, stateOf, tidied } from './rule-draft';
import type { RuleSentences } from './rule-sentence';
import { isGroup, nodesOf, treeOf } from './tree';

/** What of a rule is kept with each version. */
export type RuleContent = Pick<RuleVersion, 'name' | 'enabled' | 'mode' | 'priority' | 'cooldownSeconds' | 'conditions' | 'action'>;

interface Words {
  readonly t: RulesTexts;
  readonly sentences: RuleSentences;
  /** How long a rule rests. */
  readonly span: (seconds: number | null) => string;
  readonly teams: readonly Team[];
}

/** What makes two versions of a rule differ, one short sentence each; empty when nothing does. */
export function changesBetween(before: RuleContent, after: RuleContent, words: Words): readonly string[] {
  const { t } = words;
  const pair = (key: 'turned' | 'priority' | 'cooldown' | 'changed', one: string | number, other: string | number) =>
    one === other ? [] : [t(`changes.${key}`, { before: one, after: other })];
  return [
    ...(before.name === after.name ? [] : [t('changes.name', { after: after.name })]),
    ...pair('turned', t(`states.${stateOf(before)}`), t(`states.${stateOf(after)}`)),
    ...conditionChanges(before.conditions, after.conditions, words),
    ...actionChanges(before, after, words),
    ...pair('cooldown', words.span(before.cooldownSeconds), words.span(after.cooldownSeconds)),
    ...pair('priority', before.priority, after.priority),
  ];
}

function conditionChanges(before: RuleConditions, after: RuleConditions, { t, sentences }: Words): readonly string[] {
  if (same(before, after)) return [];
  const [gone, come] = [leavesOf(before), leavesOf(after)];
  for (const leaf of [...gone]) {
    const at = come.findIndex((other) => same(leaf, other));
    if (at < 0) continue;
    come.splice(at, 1);
    gone.splice(gone.indexOf(leaf), 1);
  }
  const said: string[] = [];
  for (const leaf of [...gone]) {
    const at = come.findIndex(({ fact, path }) => fact === leaf.fact && path === leaf.path);
    if (at < 0) continue;
    const [now] = come.splice(at, 1);
    gone.splice(gone.indexOf(leaf), 1);
    said.push(t('changes.changed', { before: sentences.node(leaf), after: sentences.node(now!) }));
  }
  said.push(...come.map((leaf) => t('changes.added', { condition: sentences.node(leaf) })));
  said.push(...gone.map((leaf) => t('changes.removed', { condition: sentences.node(leaf) })));
  return said.length > 0 ? said : [t('changes.joined')];
}

function actionChanges(before: RuleContent, after: RuleContent, { t, teams }: Words): readonly string[] {
  const [was, is] = [tidied(before.action), tidied(after.action)];
  const none = t('changes.none');
  const said: string[] = [];
  if (was.type !== is.type) said.push(t('changes.action', { before: t(`action.${was.type}`), after: t(`action.${is.type}`) }));
  if (is.type === 'tag') return was.tag === is.tag ? said : [...said, t('changes.tag', { before: was.tag || none, after: is.tag || none })];
  const priority = ({ priority: of }: typeof was) => (of ? t(`action.priorities.${of}`) : none);
  if (was.type !== 'tag' && was.priority !== is.priority) said.push(t('changes.actionPriority', { before: priority(was), after: priority(is) }));
  if (was.teamId !== is.teamId) {
    const team = teams.find(({ id }) => id === is.teamId)?.name;
    said.push(team ? t('changes.team', { team }) : t(is.teamId ? 'changes.otherTeam' : 'changes.anyTeam'));
  }
  if (was.message !== is.message || !same(was.messages ?? {}, is.messages ?? {})) said.push(t('changes.message'));
  return said;
}

function leavesOf(conditions: RuleConditions): RuleCondition[] {
  return [...nodesOf(treeOf(conditions))].flatMap((node) => (isGroup(node) ? [] : [node.condition]));
}
