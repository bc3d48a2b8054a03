import type { Priority, Trigger } from './triggers.js';

export type RuleStage = 'before_reply' | 'after_reply' | 'clock';
export type RuleMode = 'live' | 'shadow';

/** A leaf in json-rules-engine's own form. `path` is dotted and sees own properties only. */
export interface RuleCondition {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
  readonly path?: string;
}
export type RuleConditions = { readonly all: readonly RuleNode[] } | { readonly any: readonly RuleNode[] } | { readonly not: RuleNode };
export type RuleNode = RuleConditions | RuleCondition;

export interface RuleAction {
  readonly type: 'handoff' | 'offer' | 'tag';
  readonly priority?: Priority;
  readonly teamId?: string;
  /** Said to the visitor; plain text. */
  readonly message?: string;
  readonly tag?: string;
}

export interface Rule {
  readonly id: string;
  readonly websiteId: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly mode: RuleMode;
  readonly stage: RuleStage;
  /** Higher runs first. */
  readonly priority: number;
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
  readonly version: number;
  /** Which trigger and code a handoff opened by it carries. */
  readonly trigger: Trigger;
  readonly code: string;
  /** Seeded with the website; its parameters can be edited, it cannot be deleted. */
  readonly builtIn: boolean;
  readonly updatedAt: string;
}

/** The conditions again, each node with its result and each leaf with the value the fact had. */
export type EvidenceNode =
  | { readonly all: readonly EvidenceNode[]; readonly result: boolean }
  | { readonly any: readonly EvidenceNode[]; readonly result: boolean }
  | { readonly not: EvidenceNode; readonly result: boolean }
  | (RuleCondition & { readonly factValue: unknown; readonly result: boolean });

export interface RuleValidation {
  readonly ok: boolean;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** What a rule asked and did from one version to the next. */
export interface RuleVersion {
  readonly version: number;
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
  /** null: seeded with the website */
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly createdAt: string;
}

/** `POST /rules`: an admin's own rule. */
export interface SaveRule {
  readonly websiteId: string;
  readonly name: string;
  readonly enabled?: boolean;
  readonly mode?: RuleMode;
  readonly stage: RuleStage;
  readonly priority?: number;
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
}

/** `PATCH /rules/:id`: absent keeps. Whatever changes, a new version begins. */
export type ChangeRule = Partial<Omit<SaveRule, 'websiteId' | 'stage'>>;

/** `POST /rules/validate` */
export interface ValidateRule {
  readonly conditions: unknown;
  /** When given, facts that a rule of that stage cannot know are refused. */
  readonly stage?: RuleStage;
}

/** `POST /rules/try`: what a rule would say of one message that begins a session. */
export interface TryRule {
  readonly rule: { readonly conditions: RuleConditions; readonly stage?: RuleStage; readonly websiteId?: string };
  readonly text: string;
}

export interface RuleTrial {
  readonly fired: boolean;
  readonly evidence: EvidenceNode;
}
