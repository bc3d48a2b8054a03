import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemBody } from '#contracts';

const UNREACHABLE: ProblemBody = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  code: 'connection.lost',
  detail: 'Baton could not be reached. Nothing was lost; try again in a moment.',
};

/** What went wrong, whatever was thrown: the server's own problem, a broken connection, or an unexpected failure. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof HttpErrorResponse) {
    if (isProblem(error.error)) return error.error;
    if (error.status === 0) return UNREACHABLE;
    return unexpected(`The server answered ${error.status}.`, error.status);
  }
  // A resource wraps what its loader threw.
  if (error instanceof Error && error.cause instanceof HttpErrorResponse) return problemOf(error.cause);
  return unexpected(error instanceof Error ? error.message : 'Something unexpected happened.', 500);
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

function unexpected(detail: string, status: number): ProblemBody {
  return { type: 'about:blank', title: 'Unexpected', status, code: 'unexpected', detail };
}

/** Server messages begin in lower case, because they may follow a field's name; alone they are sentences. */
export function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
