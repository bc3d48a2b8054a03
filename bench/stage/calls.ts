import { Pool } from 'undici';
import { ORIGIN } from './stage.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Calls of Baton's API over connections that stay open, with as little work of its own as can be: what is measured is the other side. */
export class Calls {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool(url, { connections, pipelining: 1 });
  }

  /** @param token a visitor's, with the website's origin; or an API key's */
  async post(path: string, body: object | undefined, token?: string): Promise<Answer> {
    const answer = await this.pool.request({
      method: 'POST',
      path: `/api/v1${path}`,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(token?.startsWith('bk_') ? {} : { origin: ORIGIN }),
      },
      body: body ? JSON.stringify(body) : null,
    });
    return { status: answer.statusCode, body: await answer.body.json() };
  }

  /** @throws unless it is there. @returns the answer's text as it came */
  async mustGet(path: string, token: string): Promise<string> {
    const answer = await this.pool.request({ method: 'GET', path: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` } });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`GET ${path} was answered with ${answer.statusCode}: ${text}`);
    return text;
  }

  /** @throws unless it is answered with `expected` */
  async mustPost<Body>(expected: number, path: string, body: object | undefined, token?: string): Promise<Body> {
    const answer = await this.post(path, body, token);
    if (answer.status !== expected) throw new Error(`POST ${path} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}
