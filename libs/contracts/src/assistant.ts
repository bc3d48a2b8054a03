import type { Source } from './sessions.js';
import type { Trigger } from './triggers.js';

export type ResponderKind = 'knowledge' | 'openai_compatible' | 'none';

/** Settings of a website's AI. The key is write-only. */
export interface AssistantSettings {
  readonly responder: ResponderKind;
  readonly baseUrl: string | null;
  readonly model: string | null;
  readonly hasApiKey: boolean;
  readonly instructions: string | null;
  /** An answer under this confidence goes to a person; 0…1. */
  readonly confidenceThreshold: number;
  /** A turn that takes longer has failed; milliseconds. */
  readonly deadlineMs: number;
}

/** What a responder knows of its answer before its first word leaves. */
export interface Verdict {
  readonly confidence: number;
  readonly answered: boolean;
  readonly topics: readonly string[];
  /** 0…1, how involved the responder finds the question */
  readonly complexity: number | null;
  readonly sources: readonly Source[];
}

export type ReplyFailure = 'timeout' | 'unreachable' | 'refused' | 'malformed';

/** `POST /websites/:id/test-answer {text}` */
export interface TestAnswer {
  readonly outcome: 'answered' | 'no_answer' | 'failed';
  readonly text: string | null;
  readonly verdict: Verdict | null;
  readonly failure: ReplyFailure | null;
  /** On failures: what went wrong, in the endpoint's own words where there are any. */
  readonly detail?: string;
  readonly responder: ResponderKind;
  readonly millis: number;
  /** What the live rules would do with it: the handoff they would open, as a visitor's first message. null: the visitor gets the answer. */
  readonly handoff: TestHandoff | null;
}

export interface TestHandoff {
  /** `before_reply`: the AI would not even have been asked. */
  readonly stage: 'before_reply' | 'after_reply';
  readonly ruleId: string;
  readonly rule: string;
  readonly trigger: Trigger;
  readonly code: string;
  readonly reason: string;
}
