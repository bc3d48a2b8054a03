import { APICallError, StreamProviderError } from 'ai';
import type { ReplyFailure } from '#contracts';
import { EgressRefused, EgressTimedOut, EgressTooLarge, EgressUnreachable } from '../../../platform/egress/index.js';
import { ReplyBroken } from '../opening.js';

const LONGEST_DETAIL = 300;

/**
 * Names what went wrong at an AI endpoint. The endpoint's own words are kept, shortened, for the admin who tests the
 * settings, without the key, which some endpoints repeat.
 */
export function replyBroken(error: unknown, apiKey: string | null): ReplyBroken {
  if (error instanceof ReplyBroken) return error;
  for (const cause of causesOf(error)) {
    const failure = failureOf(cause);
    if (failure) return new ReplyBroken(failure, told(cause, apiKey));
  }
  return new ReplyBroken('malformed', told(error, apiKey));
}

function failureOf(error: unknown): ReplyFailure | null {
  if (error instanceof EgressRefused) return 'refused';
  if (error instanceof EgressTimedOut) return 'timeout';
  if (error instanceof EgressUnreachable) return 'unreachable';
  if (error instanceof EgressTooLarge) return 'malformed';
  if (APICallError.isInstance(error) && error.statusCode !== undefined) return failureOfStatus(error.statusCode);
  // An error inside the stream: the endpoint began and then gave up.
  if (StreamProviderError.isInstance(error)) return (error.statusCode && failureOfStatus(error.statusCode)) || 'unreachable';
  return null;
}

function failureOfStatus(status: number): ReplyFailure | null {
  if (status === 408 || status === 504) return 'timeout';
  if (status >= 500) return 'unreachable';
  return status >= 400 ? 'refused' : null;
}

function told(error: unknown, apiKey: string | null): string {
  const status = APICallError.isInstance(error) && error.statusCode ? `${error.statusCode}: ` : '';
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  const text = `${status}${message}`;
  return (apiKey ? text.replaceAll(apiKey, '[key]') : text).slice(0, LONGEST_DETAIL);
}

/** The innermost first: it knows best. */
function causesOf(error: unknown): unknown[] {
  const cause = typeof error === 'object' && error !== null ? (error as { cause?: unknown }).cause : undefined;
  return cause === undefined ? [error] : [...causesOf(cause), error];
}
