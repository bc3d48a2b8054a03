import type { RuleAction, RuleConditions, RuleStage } from '#contracts';
import type { RulesTexts } from '../texts';
import { newRule, type RuleDraft } from './rule-draft';
import { treeOf } from './tree';

export const TEMPLATE_IDS = ['words', 'upset', 'premium', 'checkout', 'long', 'waiting'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

interface Template {
  readonly stage: RuleStage;
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
}

const HANDOFF: RuleAction = { type: 'handoff', priority: 'normal' };
const URGENT: RuleAction = { type: 'handoff', priority: 'high' };
const OFFER: RuleAction = { type: 'offer', priority: 'normal' };

/** What newcomers most often want, to be changed rather than invented. */
const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  words: {
    stage: 'before_reply',
    conditions: { all: [{ fact: 'message.text', operator: 'containsAny', value: [] }] },
    action: HANDOFF,
  },
  upset: {
    stage: 'before_reply',
    conditions: { all: [{ fact: 'message.sentiment', operator: 'lessThan', value: -0.4 }] },
    action: URGENT,
  },
  premium: {
    stage: 'before_reply',
    conditions: { all: [{ fact: 'visitor.plan', operator: 'equal', value: 'premium' }] },
    action: URGENT,
  },
  checkout: {
    stage: 'before_reply',
    conditions: {
      all: [
        { fact: 'page.url', operator: 'contains', value: '/checkout' },
        { fact: 'session.visitorMessages', operator: 'greaterThanInclusive', value: 3 },
      ],
    },
    action: OFFER,
  },
  long: {
    stage: 'before_reply',
    conditions: { all: [{ fact: 'session.visitorMessages', operator: 'greaterThanInclusive', value: 6 }] },
    action: OFFER,
  },
  waiting: {
    stage: 'before_reply',
    conditions: {
      all: [
        { fact: 'message.repeats', operator: 'greaterThanInclusive', value: 1 },
        { fact: 'team.online', operator: 'greaterThanInclusive', value: 1 },
      ],
    },
    action: HANDOFF,
  },
};

export const isTemplate = (id: string | undefined): id is TemplateId => TEMPLATE_IDS.some((each) => each === id);

export function fromTemplate(id: TemplateId, t: RulesTexts): RuleDraft {
  const { stage, conditions, action } = TEMPLATES[id];
  return { ...newRule(), name: t(`templates.${id}`), stage, tree: treeOf(conditions), action };
}
