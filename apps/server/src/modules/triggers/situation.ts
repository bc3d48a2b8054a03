import type { EvidenceNode, MessageSignals, PageInfo, ReplyFailure, RuleAction, RuleStage, Trigger, WebsiteMode } from '#contracts';

/** The moment a rule is asked about. What did not happen is null. */
export interface Situation {
  readonly now: Date;
  readonly message: {
    readonly text: string;
    readonly signals: MessageSignals;
    /** How many earlier messages of the session asked the same. */
    readonly repeats: number;
  } | null;
  /** How a person was asked for without a message. `agent`: by a member of the team. */
  readonly requestedVia: 'button' | 'api' | 'agent' | null;
  readonly ai: {
    readonly confidence: number | null;
    readonly answered: boolean;
    readonly failed: ReplyFailure | null;
    /** Weak answers in a row, this one included. */
    readonly weakStreak: number;
    readonly complexity: number | null;
  } | null;
  readonly session: {
    readonly startedAt: Date;
    readonly messages: number;
    readonly visitorMessages: number;
    readonly handoffs: number;
    readonly tags: readonly string[];
  };
  readonly visitor: {
    readonly email: string | null;
    readonly verified: boolean;
    readonly attributes: Readonly<Record<string, string | number | boolean>>;
  };
  readonly page: PageInfo | null;
  /** IANA name of the website's zone. */
  readonly timeZone: string;
  /** When people take over at the website. */
  readonly mode: WebsiteMode;
  /** Looked up only when a rule asks. */
  readonly lookups: {
    queueWaiting(): Promise<number>;
    teamOnline(): Promise<number>;
  };
}

export interface FiredRule {
  readonly ruleId: string;
  readonly name: string;
  readonly version: number;
  readonly trigger: Trigger;
  readonly code: string;
  /** One sentence for the team. */
  readonly reason: string;
  readonly evidence: EvidenceNode;
  readonly action: RuleAction;
  readonly priority: number;
}

/** Rules that fired, highest priority first. Shadow rules decide and are counted, but nothing follows from them. */
export interface Decision {
  readonly fired: readonly FiredRule[];
  readonly shadow: readonly FiredRule[];
}

export interface Question {
  readonly stage: RuleStage;
  readonly websiteId: string;
  readonly situation: Situation;
  /** Where rules that come close may be noted; without it none is. */
  readonly about?: { readonly sessionId: string; readonly seq: number };
}
