/** RFC 9457 body of every refused HTTP request. `code` is stable and dotted; `title` and `detail` are for people. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** One entry per bad field; `path` is dotted, e.g. `visitor.email`. */
  readonly errors?: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
  /** Present on unexpected failures only: the id under which the cause was logged. */
  readonly incident?: string;
}

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The refusal half of every socket acknowledgement. */
export interface AckProblem {
  readonly code: string;
  readonly message: string;
  readonly errors?: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Ack<T extends object = object> = ({ ok: true } & T) | { ok: false; error: AckProblem };

/** Every list: page by key, never by offset. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
