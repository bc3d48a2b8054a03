import { requestJson, requestLines, type JsonRequest } from '../shared/index.js';
import { CookieJar } from './cookie-jar.js';

export interface BatonTeamOptions {
  /** Where Baton runs, e.g. `https://chat.example.com`. In a page of Baton itself: `location.origin`. */
  readonly url: string;
  /** Instead of logging in. */
  readonly apiKey?: string;
}

const inBrowser = 'document' in globalThis;

/**
 * How this client is known to the server: by an API key, else by the cookie of a login. In a browser the cookie is the
 * browser's; in Node it is kept here, and the client says that it comes from Baton's own address, which it does.
 */
export class TeamConnection {
  readonly url: string;
  readonly apiKey: string | null;
  private readonly jar = inBrowser ? null : new CookieJar();

  constructor(options: BatonTeamOptions) {
    this.url = options.url.replace(/\/+$/, '');
    this.apiKey = options.apiKey ?? null;
  }

  call<T>(method: NonNullable<JsonRequest['method']>, path: string, more: Pick<JsonRequest, 'query' | 'body' | 'signal'> = {}): Promise<T> {
    return requestJson<T>({ ...this.request(method, path), ...more });
  }

  /** A call that is answered line by line; ending the loop, or `signal`, ends it. */
  lines<T>(method: NonNullable<JsonRequest['method']>, path: string, more: Pick<JsonRequest, 'query' | 'body' | 'signal'> = {}): AsyncGenerator<T> {
    return requestLines<T>({ ...this.request(method, path), ...more });
  }

  private request(method: NonNullable<JsonRequest['method']>, path: string): JsonRequest {
    return {
      method,
      url: `${this.url}/api/v1${path}`,
      headers: this.headers(),
      ...(this.apiKey ? {} : { credentials: 'include' as const }),
      onResponse: (response) => this.jar?.keep(response),
    };
  }

  /** What a program has to say by itself; a browser does. */
  headers(): Record<string, string> {
    if (this.apiKey) return { authorization: `Bearer ${this.apiKey}` };
    if (!this.jar) return {};
    const cookie = this.jar.header;
    return { origin: new URL(this.url).origin, ...(cookie ? { cookie } : {}) };
  }
}
