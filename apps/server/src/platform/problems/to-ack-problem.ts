import type { AckProblem } from '#contracts';
import { explain } from './explain.js';

/** The refusal half of a socket's acknowledgement. */
export function toAckProblem(error: unknown): AckProblem {
  const { code, message, errors, details, incident } = explain(error);
  const more = incident ? { ...details, incident } : details;
  return { code, message, ...(errors && { errors }), ...(more && { details: more }) };
}
