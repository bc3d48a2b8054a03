import type { Socket } from 'socket.io';
import { Problem, toAckProblem } from '../platform/problems/index.js';

export class TooManyEvents extends Problem {
  readonly code = 'rate.limited';
  readonly status = 429;
  constructor(retryAfterSeconds: number) {
    super(`Too many events. Try again in ${retryAfterSeconds} s.`, { details: { retryAfterSeconds } });
  }
}

export class UnknownEvent extends Problem {
  readonly code = 'event.unknown';
  readonly status = 404;
  constructor() {
    super('There is no such event.');
  }
}

type Middleware<S extends Socket> = (socket: S, next: (error?: Error & { data?: unknown }) => void) => void;

/**
 * Lets a socket in after `authenticate`. A refusal reaches the client as `connect_error`, with the same
 * `{ code, message }` under `data` that acknowledgements carry.
 */
export function admit<S extends Socket>(authenticate: (socket: S) => Promise<void>): Middleware<S> {
  return (socket, next) => {
    authenticate(socket).then(
      () => next(),
      (error: unknown) => {
        const problem = toAckProblem(error);
        next(Object.assign(new Error(problem.message), { data: problem }));
      },
    );
  };
}
