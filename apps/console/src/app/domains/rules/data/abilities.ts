import type { RuleAction, RuleStage } from '#contracts';

/** What a rule may do, and at which moments it may look. */
export const ACTION_TYPES: readonly RuleAction['type'][] = ['handoff', 'offer', 'tag'];
export const STAGES: readonly RuleStage[] = ['before_reply', 'after_reply', 'clock'];
