import { HttpException, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FieldError } from '#contracts';
import { Problem } from './problem.js';

/** What a client is told about an error, whichever way it asked. */
export interface Explanation {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly errors?: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
  /** The id under which the cause was logged, for errors that nobody expected. */
  readonly incident?: string;
}

const logger = new Logger('Problems');

export function explain(error: unknown): Explanation {
  if (error instanceof Problem) return ofProblem(error);
  return ofFramework(error) ?? ofDatabase(error) ?? unexpected(error);
}

function ofProblem(problem: Problem): Explanation {
  const { status, code, message, errors, details } = problem;
  return { status, code, message, ...(errors && { errors }), ...(details && { details }) };
}

/** What Nest and Fastify themselves refuse, before any code of ours runs. */
const byStatus: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['input.malformed', 'The request cannot be read; is its body valid JSON?'],
  401: ['auth.required', 'Sign in, or send a valid API key.'],
  403: ['access.denied', 'You are not allowed to do this.'],
  404: ['route.not_found', 'There is nothing at this address.'],
  405: ['route.not_found', 'There is nothing at this address.'],
  406: ['response.not_acceptable', 'There is no answer in a form you accept.'],
  408: ['request.timed_out', 'The request took too long to arrive.'],
  413: ['input.too_large', 'The request is too large.'],
  414: ['input.too_large', 'The address is too long.'],
  415: ['input.not_json', 'Send the body as application/json.'],
  422: ['input.invalid', 'The request is not valid.'],
  429: ['rate.limited', 'Too many requests; try again later.'],
  503: ['server.unavailable', 'The server is not available right now; try again later.'],
};

function ofFramework(error: unknown): Explanation | null {
  const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: unknown } | null)?.statusCode ?? 0);
  if (typeof status !== 'number' || (status >= 500 && status !== 503)) return null;
  // Said by Nest's ParseUUIDPipe, which stands in paths: what has no proper id cannot exist.
  if (error instanceof HttpException && /uuid.*is expected/.test(error.message))
    return { status: 404, code: 'id.not_found', message: 'There is nothing with this id.' };
  const [code, message] = byStatus[status] ?? [];
  return code && message ? { status, code, message } : null;
}

const UNAVAILABLE = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '08001', '53300']);
/** A row that somebody holds for too long, or that two wanted in turns: whoever asks again finds it free. */
const HELD_UP = new Set(['55P03', '40P01']);
/** What the driver says, without a code, of a connection that broke or could not be had. */
const CONNECTION_LOST = /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;
const UNREADABLE_TEXT = new Set(['22021', '22P05']);

/** SQLSTATE codes for what is neither the caller's fault nor ours, and for text that Postgres cannot hold. */
function ofDatabase(error: unknown): Explanation | null {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || typeof message !== 'string') return null;
  if (code === '53100')
    return logged(error, { status: 503, code: 'storage.full', message: 'The disk of the server is full; nothing can be saved right now.' });
  if (UNAVAILABLE.has(code) || HELD_UP.has(code) || CONNECTION_LOST.test(message))
    return logged(error, { status: 503, code: 'database.unavailable', message: 'The database does not answer right now; try again in a moment.' });
  if (UNREADABLE_TEXT.has(code)) return { status: 422, code: 'input.invalid', message: 'A text holds characters that cannot be stored.' };
  return null;
}

function logged(error: unknown, explanation: Explanation): Explanation {
  logger.error({ err: error }, explanation.message);
  return explanation;
}

function unexpected(error: unknown): Explanation {
  const incident = randomUUID();
  logger.error({ err: error, incident }, 'unexpected error');
  return {
    status: 500,
    code: 'server.error',
    message: `Something went wrong on our side. Quote incident ${incident} when you ask about it.`,
    incident,
  };
}
