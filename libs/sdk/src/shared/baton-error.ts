import type { AckProblem, FieldError, ProblemBody } from '#contracts';

/** Troubles that pass; a socket's refusal names no status, so the code must tell. */
const PASSES = /^(network|rate|server|database|storage)\./;

/**
 * A call to Baton that was refused or never answered. `code` is stable and dotted (`handoff.already_claimed`); the
 * client's own are `network.unreachable`, `network.timeout` and `client.closed`.
 */
export class BatonError extends Error {
  override readonly name = 'BatonError';
  readonly code: string;
  /** HTTP status; null for sockets and for calls that got no answer. */
  readonly status: number | null;
  readonly errors: readonly FieldError[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, more: BatonErrorDetails = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.status = more.status ?? null;
    this.errors = more.errors ?? [];
    this.details = more.details ?? {};
  }

  /** Nobody said no: the same call may work in a moment, and message sends repeat safely by their `clientId`. */
  get worthRetrying(): boolean {
    return PASSES.test(this.code) || (this.status !== null && this.status >= 500);
  }

  static fromProblem(body: ProblemBody): BatonError {
    return new BatonError(body.code, body.detail || body.title, { status: body.status, errors: body.errors, details: body.details });
  }

  static fromAck(problem: AckProblem): BatonError {
    return new BatonError(problem.code, problem.message, { errors: problem.errors, details: problem.details });
  }
}

export interface BatonErrorDetails {
  readonly status?: number | null | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}
