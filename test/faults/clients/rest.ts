export type Answer<T> =
  | { readonly kind: 'yes'; readonly body: T }
  | { readonly kind: 'no'; readonly code: string; readonly message: string }
  /** The server was not there, did not answer in time, or did not know what happened. */
  | { readonly kind: 'none' };

export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly body?: object;
  readonly token?: string;
  readonly origin: string;
  readonly withinMs?: number;
}

const ANSWER_WITHIN_MS = 2_000;

/** One call over plain HTTP. Never throws. */
export async function ask<T>({ method = 'POST', url, body, token, origin, withinMs = ANSWER_WITHIN_MS }: Question): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      method,
      headers: { origin, ...(body ? { 'content-type': 'application/json' } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(withinMs),
    });
    const answer = (await response.json()) as T & { code: string; detail: string };
    if (response.ok) return { kind: 'yes', body: answer };
    return response.status >= 500 ? { kind: 'none' } : { kind: 'no', code: answer.code, message: answer.detail };
  } catch {
    return { kind: 'none' };
  }
}
