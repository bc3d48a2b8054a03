import type { FieldError } from '#contracts';

/**
 * An expected refusal. `code` is stable and dotted, `message` is for people, `details` is what a program may act on.
 * One filter turns it into RFC 9457 JSON for HTTP, one into the acknowledgement of a socket event.
 */
export abstract class Problem extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];

  constructor(message: string, more: { details?: Readonly<Record<string, unknown>>; errors?: readonly FieldError[] } = {}) {
    super(message);
    this.name = new.target.name;
    if (more.details) this.details = more.details;
    if (more.errors) this.errors = more.errors;
  }
}

export class InvalidInput extends Problem {
  readonly code = 'input.invalid';
  readonly status = 422;
  constructor(errors: readonly FieldError[]) {
    super(errors.map((error) => `${error.path}: ${error.message}`).join('; '), { errors });
  }
}

/** Also for things that exist but are not the caller's to see: the answer must not tell the two apart. */
export class NotFound extends Problem {
  readonly code: string;
  readonly status = 404;
  constructor(what: string) {
    super(`There is no such ${what}.`);
    this.code = `${what.replaceAll(' ', '_')}.not_found`;
  }
}

export class Unauthenticated extends Problem {
  readonly code: string = 'auth.required';
  readonly status = 401;
  constructor(message = 'Sign in, or send a valid API key.') {
    super(message);
  }
}

export class Forbidden extends Problem {
  readonly code: string = 'access.denied';
  readonly status = 403;
  constructor(message = 'You are not allowed to do this.') {
    super(message);
  }
}
