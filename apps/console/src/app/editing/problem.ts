import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemBody } from '#contracts';
import { FALLBACK } from './fallback';
import { readsEnglish, wordsFor } from './words';

/**
 * What went wrong, whatever was thrown: the server's own problem, a broken connection, or an unexpected failure. `detail`
 * is in the chosen language where the console knows the problem; otherwise it is what the server says, in English.
 */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof HttpErrorResponse) {
    if (isProblem(error.error)) return inChosenLanguage(error.error);
    if (error.status === 0) return own('connection.lost', wordsFor('problems.connection.lost') ?? FALLBACK.lost, 0);
    const { status } = error;
    return own('unexpected', wordsFor('problems.answered', { status }) ?? `${FALLBACK.unexpected} (${status})`, status);
  }
  // A resource wraps what its loader threw.
  if (error instanceof Error && error.cause instanceof HttpErrorResponse) return problemOf(error.cause);
  return own('unexpected', error instanceof Error ? error.message : (wordsFor('problems.unexpected') ?? FALLBACK.unexpected), 500);
}

/** Server messages begin in lower case, because they may follow a field's name; alone they are sentences. */
export function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** In English the server knows better: it says which permission is missing, and how long to wait. */
function inChosenLanguage(problem: ProblemBody): ProblemBody {
  if (readsEnglish()) return problem;
  const people = problem.details?.['people'];
  const said = wordsFor(`problems.${problem.code}`, { incident: problem.incident ?? '', ...(typeof people === 'number' ? { count: people } : {}) });
  return said === null ? problem : { ...problem, detail: said };
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

function own(code: string, detail: string, status: number): ProblemBody {
  return { type: 'about:blank', title: code, status, code, detail };
}
