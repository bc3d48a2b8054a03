import type { FastifyReply } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { ProblemBody } from '#contracts';
import { explain } from './explain.js';

/** Answers with an error in the form of RFC 9457. */
export function sendProblem(error: unknown, reply: FastifyReply): void {
  const { status, code, message, errors, details, incident } = explain(error);
  // A client that is gone, or an answer that is half sent, can be told nothing any more.
  if (reply.sent || reply.raw.headersSent) return;
  const body: ProblemBody = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: message,
    ...(errors && { errors }),
    ...(details && { details }),
    ...(incident && { incident }),
  };
  const retryAfter = details?.['retryAfterSeconds'];
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(Math.ceil(retryAfter)));
  void reply.status(status).type('application/problem+json').send(JSON.stringify(body));
}
