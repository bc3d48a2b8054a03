import type { ProblemBody } from '#contracts';
import { BatonError } from './baton-error.js';
import { linesOf } from './lines.js';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface JsonRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly query?: Query | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; 15,000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** Where cookies are the credential: `include` in browsers. */
  readonly credentials?: 'include' | 'omit' | 'same-origin';
  /** What of the page's address is told; the page's own policy unless given. */
  readonly referrerPolicy?: 'origin';
  /** Sees the answer before its body is read, e.g. to keep its cookies. */
  readonly onResponse?: (response: Response) => void;
}

const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * One JSON call with `fetch`.
 * @returns the parsed body, undefined when there is none
 * @throws BatonError with the server's code, or `network.*` when no usable answer came
 */
export async function requestJson<T>(request: JsonRequest): Promise<T> {
  const response = await send(request);
  request.onResponse?.(response);
  const body = await bodyOf(response);
  if (response.ok) return body as T;
  throw refusal(response, body);
}

/**
 * One call that is answered line by line, each a JSON value. It may take as long as it takes: only the wait for its
 * beginning is limited. Ending the loop early, or `signal`, ends the call.
 * @throws BatonError as `requestJson` does, before the first line or between two
 */
export async function* requestLines<T>(request: JsonRequest): AsyncGenerator<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')), request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const response = await send(
    { ...request, headers: { accept: 'application/x-ndjson', ...request.headers } },
    request.signal ? AbortSignal.any([request.signal, late.signal]) : late.signal,
  ).finally(() => clearTimeout(timer));
  request.onResponse?.(response);
  if (!response.ok || !response.body) throw refusal(response, await bodyOf(response));
  try {
    for await (const line of linesOf(response.body)) yield JSON.parse(line) as T;
  } catch (cause) {
    throw unreachable(cause);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw unreachable(cause);
  });
  return parse(text);
}

function refusal(response: Response, body: unknown): BatonError {
  return isProblem(body)
    ? BatonError.fromProblem(body)
    : new BatonError('http.unexpected', `The server answered ${response.status} without saying why.`, { status: response.status });
}

async function send(request: JsonRequest, signal = limitOf(request)): Promise<Response> {
  try {
    return await fetch(withQuery(request.url, request.query), {
      method: request.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.credentials ? { credentials: request.credentials } : {}),
      ...(request.referrerPolicy ? { referrerPolicy: request.referrerPolicy } : {}),
      signal,
    });
  } catch (cause) {
    throw unreachable(cause);
  }
}

function limitOf(request: JsonRequest): AbortSignal {
  const timeout = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  return request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
}

function unreachable(cause: unknown): BatonError {
  const late = (cause as { name?: unknown } | null)?.name === 'TimeoutError';
  return late
    ? new BatonError('network.timeout', 'The server did not answer in time.', { cause })
    : new BatonError('network.unreachable', 'The server could not be reached.', { cause });
}

function withQuery(url: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size > 0 ? `${url}?${search}` : url;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && typeof (body as ProblemBody).code === 'string';
}
