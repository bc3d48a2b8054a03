import type { FactDefinition, Facts, FactType, RuleStage } from './facts.js';
import type { Priority, Trigger } from './triggers.js';

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
  /** The same by language (`de`, `pt-BR`); `message` is for every other. */
  readonly messages?: Readonly<Record<string, string>>;
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
  /** How long it rests, in one session, after it has acted there; null: not at all. */
  readonly cooldownSeconds: number | null;
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

/** A rule as it was from one version to the next. */
export interface RuleVersion {
  readonly version: number;
  readonly name: string;
  readonly enabled: boolean;
  readonly mode: RuleMode;
  readonly priority: number;
  readonly cooldownSeconds: number | null;
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
  readonly cooldownSeconds?: number | null;
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
}

/** `PATCH /rules/:id`: absent keeps. Whatever changes, a new version begins. */
export type ChangeRule = Partial<Omit<SaveRule, 'websiteId' | 'stage'>> & {
  /** The version it was made on; refused with `rule.changed` when there is a newer one. Absent: whatever there is, is changed. */
  readonly ifVersion?: number;
};

/** `POST /rules/validate` */
export interface ValidateRule {
  readonly conditions: unknown;
  /** When given, facts that a rule of that stage cannot know are refused. */
  readonly stage?: RuleStage;
  /** When given, the website's own topics are known; otherwise only the built-in ones. */
  readonly websiteId?: string;
}

/** A rule that need not be saved: what is asked, when, and where. */
export interface RuleSketch {
  readonly conditions: RuleConditions;
  readonly stage?: RuleStage;
  readonly websiteId?: string;
}

/**
 * `POST /rules/try`: what a rule would say of `text` as the message that begins a session, or of a past session at the
 * visitor's message `seq`, the latest unless given. Exactly one of `text` and `sessionId` is given.
 */
export interface TryRule {
  readonly rule: RuleSketch;
  readonly text?: string;
  readonly sessionId?: string;
  readonly seq?: number;
}

export interface RuleTrial {
  readonly fired: boolean;
  readonly evidence: EvidenceNode;
  /** Every fact known at that moment and stage, whether the rule asks about it or not. */
  readonly facts: Facts;
  /** Of a past session: the message it was asked about. */
  readonly at?: RuleMoment;
}

/** A moment of a past session at which rules were, or would have been, asked. */
export interface RuleMoment {
  readonly sessionId: string;
  /** The last message there was. */
  readonly seq: number;
  readonly at: string;
  /** Whether every fact the rule asks about is kept as it was then; else what cannot be known is absent. */
  readonly complete: boolean;
}

/** `POST /rules/replay`: what a rule would have done in the sessions that began in `from` … `to`. */
export interface ReplayRule {
  readonly rule: RuleSketch;
  /** ISO 8601 */
  readonly from: string;
  readonly to: string;
  /** At most so many sessions, the newest; 10,000 unless given. */
  readonly limit?: number;
}

export interface RuleReplay {
  /** How many sessions were looked at. */
  readonly sessions: number;
  /** In how many of them the rule would have fired; once in a session counts. */
  readonly fired: number;
  /** Where, newest session first; examples once there are many. */
  readonly at: readonly ReplayFiring[];
  /** Sessions that a person took over though the rule would not have fired: examples. */
  readonly missed: readonly ReplayMiss[];
  readonly actual: RuleComparison;
  /** Handoffs there would have been besides, by day in the website's zone; days without any are there too. */
  readonly addedPerDay: readonly { readonly day: string; readonly handoffs: number }[];
  /** The same by hour of the day, 0 … 23. */
  readonly byHour: readonly number[];
  /** Sessions of which not every fact the rule asks about was kept; what is unknown counts as absent. */
  readonly incomplete: number;
}

/** Sessions by what a rule says of them and whether a person was called to them in truth. */
export interface RuleComparison {
  readonly both: number;
  readonly onlyRule: number;
  readonly onlyActual: number;
  readonly neither: number;
}

export interface ReplayFiring {
  readonly sessionId: string;
  readonly seq: number;
  readonly at: string;
  /** What the visitor had just written, shortened; empty by the clock. */
  readonly text: string;
  /** Whether a person was called to this session in truth. */
  readonly actual: boolean;
  readonly evidence: EvidenceNode;
}

export interface ReplayMiss {
  readonly sessionId: string;
  /** The last message when the handoff was opened. */
  readonly seq: number;
  readonly at: string;
  readonly trigger: Trigger;
  readonly code: string;
}

/** One line each of a replay that is streamed (`Accept: application/x-ndjson`); the last is its result or its problem. */
export type ReplayLine =
  | { readonly type: 'progress'; readonly done: number; readonly of: number; readonly fired: number }
  | ({ readonly type: 'result' } & RuleReplay)
  | { readonly type: 'problem'; readonly code: string; readonly detail: string };

/** `GET /rules/counts`: how often each rule fired, live and in shadow together by day, the oldest first and today last (UTC). */
export interface RuleCounts {
  readonly ruleId: string;
  readonly fired: number;
  readonly shadowFired: number;
  readonly byDay: readonly number[];
}

/** `GET /rules/:id/decisions`: what a rule decided, newest first. Those that did not fire were close, and are a sample. */
export interface RuleDecision {
  readonly id: string;
  readonly sessionId: string;
  readonly seq: number;
  readonly at: string;
  readonly version: number;
  readonly mode: RuleMode;
  readonly fired: boolean;
  /** Whether something followed from it: it was live, and no rule before it had opened the handoff. */
  readonly acted: boolean;
  readonly evidence: EvidenceNode;
}

/** `GET /rules/facts?websiteId=`: the registry, and in place of `visitor.*` alone also the attributes seen on that website. */
export interface FactList {
  readonly items: readonly FactDefinition[];
  readonly nextCursor: null;
  /** Attributes that visitors of the website had, by name: `visitor.<name>` is their fact. Empty without `websiteId`. */
  readonly attributes: readonly VisitorAttribute[];
}

export interface VisitorAttribute {
  readonly name: string;
  readonly types: readonly Exclude<FactType, 'string[]'>[];
  readonly lastSeenAt: string;
}
