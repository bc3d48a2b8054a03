import { Users, hashPassword } from '../../apps/server/src/modules/auth/index.js';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { connect } from 'node:net';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('HTTP', () => {
  let baton: TestApp;
  beforeAll(async () => {
    baton = await startTestApp();
  });
  afterAll(() => baton.close());

  const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(baton.url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers } });

  async function problemOf(response: Response): Promise<Record<string, unknown>> {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      type: 'about:blank',
      title: expect.any(String),
      status: response.status,
      code: expect.any(String),
      detail: expect.any(String),
    });
    return body;
  }

  describe('refuses, in one form,', () => {
    it('an address that does not exist', async () => {
      for (const path of ['/api/v1/nothing', '/api', '/widget/none.js', '/missing.png']) {
        expect(await problemOf(await fetch(baton.url + path))).toMatchObject({ status: 404 });
      }
      expect(await problemOf(await post('/nothing', '{}'))).toMatchObject({ status: 404, code: 'route.not_found' });
    });

    it('a body that is not JSON', async () => {
      expect(await problemOf(await post('/api/v1/auth/login', '{"email":'))).toMatchObject({ status: 400, code: 'input.malformed' });
      expect(await problemOf(await post('/api/v1/auth/login', 'email=a', { 'content-type': 'application/x-www-form-urlencoded' }))).toMatchObject({
        status: 415,
        code: 'input.not_json',
      });
      expect(await problemOf(await post('/api/v1/auth/login', 'hello', { 'content-type': 'text/plain' }))).toMatchObject({ status: 415 });
    });

    it('a body that is too large', async () => {
      const body = JSON.stringify({ email: 'a'.repeat(300_000) });
      expect(await problemOf(await post('/api/v1/auth/login', body))).toMatchObject({ status: 413, code: 'input.too_large' });
    });

    it('wrong fields, by their paths', async () => {
      const problem = await problemOf(await post('/api/v1/auth/login', JSON.stringify({ email: 7, colour: 'red' })));
      expect(problem).toMatchObject({ status: 422, code: 'input.invalid' });
      expect((problem['errors'] as { path: string }[]).map(({ path }) => path)).toEqual(expect.arrayContaining(['email', 'password', 'colour']));
    });

    it.each([
      ['an array for an object', '[]'],
      ['a number for an object', '7'],
      ['null', 'null'],
      ['nothing at all', ''],
      ['an array for a text', '{"email":["a@b.c"],"password":["x"]}'],
      ['an operator for a text', '{"email":{"$ne":null},"password":{"$ne":null}}'],
      ['a NUL character', '{"email":"a@b.co","password":"long\\u0000enough"}'],
      ['half a character', '{"email":"a@b.co","password":"long\\ud800enough"}'],
      ['a body without end', `{"email":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    ])('%s', async (_, body) => {
      expect(await problemOf(await post('/api/v1/auth/login', body))).toMatchObject({ status: 422, code: 'input.invalid' });
    });

    it('a prototype in disguise', async () => {
      for (const body of ['{"__proto__":{"admin":true}}', '{"email":{"constructor":{"prototype":{"admin":true}}}}']) {
        expect(await problemOf(await post('/api/v1/auth/login', body))).toMatchObject({ status: 400, code: 'input.malformed' });
      }
    });

    it('an address that cannot be read', async () => {
      const answer = await raw('GET /%E0%A4%A HTTP/1.1');
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
      expect(answer).toContain('"code":"input.malformed"');
    });
  });

  it('keeps unexpected errors to itself, but gives an incident number', async () => {
    const { Database } = await import('../../apps/server/src/platform/database/index.js');
    const database = baton.get(Database);
    const query = database.query;
    database.query = () => Promise.reject(new TypeError('secret of the house'));
    try {
      const response = await fetch(`${baton.url}/demo/config.json`);
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 500, code: 'server.error', incident: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(JSON.stringify(problem)).not.toContain('secret of the house');
    } finally {
      database.query = query;
    }
  });

  it('tells its health and its measures', async () => {
    expect(await (await fetch(`${baton.url}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${baton.url}/health/ready`)).json()).toEqual({ status: 'ok' });
    const metrics = await (await fetch(`${baton.url}/metrics`)).text();
    expect(metrics).toMatch(/baton_http_request_duration_seconds_count\{method="GET",route="\/health\/ready",status="200"\} \d+/);
    expect(metrics).toContain('process_resident_memory_bytes');
  });

  it('lets answers do nothing but be read', async () => {
    const { headers } = await fetch(`${baton.url}/health/live`);
    expect(headers.get('content-security-policy')).toBe(`default-src 'none';frame-ancestors 'none'`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  describe('lets pages of other origins', () => {
    beforeAll(async () => {
      const { Websites } = await import('../../apps/server/src/modules/websites/index.js');
      baton.get(Websites).anyAllows = (origin) => Promise.resolve(origin === 'https://shop.example');
    });
    const preflight = (path: string, origin: string): Promise<Response> =>
      fetch(baton.url + path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

    it('call the widget API when a website allows them', async () => {
      const response = await preflight('/api/v1/widget/sessions', 'https://shop.example');
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    });

    it('read why they may not hold the widget, and no more', async () => {
      const answer = await fetch(`${baton.url}/api/v1/widget/website?websiteKey=none`, { headers: { origin: 'https://evil.example' } });
      expect(await problemOf(answer)).toMatchObject({ status: 404, code: 'website.not_found' });
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://evil.example');
      expect((await preflight('/api/v1/widget/website', 'https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    });

    it('call nothing else, and nobody else call anything', async () => {
      expect((await preflight('/api/v1/handoffs', 'https://shop.example')).headers.get('access-control-allow-origin')).toBeNull();
      expect((await preflight('/api/v1/widget/sessions', 'https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  /** What a client library would not let us send. */
  function raw(requestLine: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(baton.url).port), '127.0.0.1', () =>
        socket.write(`${requestLine}\r\nHost: x\r\nConnection: close\r\n\r\n`),
      );
      let text = '';
      socket
        .on('data', (chunk) => (text += chunk))
        .on('error', reject)
        .on('close', () => resolve(text));
    });
  }
});

describe('The address a request comes from', () => {
  const seenFrom = async (env: Record<string, string>): Promise<string | null> => {
    const app = await startTestApp({ env });
    try {
      const passwordHash = await hashPassword('correct horse battery');
      const somebody = { email: 'ana@example.test', name: 'Ana', passwordHash, memberships: [] };
      await app.get(Database).transaction((tx) => app.get(Users).create(tx, somebody, new Date()));
      await fetch(`${app.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: app.url, 'x-forwarded-for': '203.0.113.7' },
        body: JSON.stringify({ email: somebody.email, password: 'correct horse battery' }),
      });
      const [session] = await app.get(Database).query<{ address: string | null }>('select address from login_session');
      return session!.address;
    } finally {
      await app.close();
    }
  };

  it('is what a named reverse proxy says', async () => {
    expect(await seenFrom({ BATON_TRUST_PROXY: '127.0.0.1/32' })).toBe('203.0.113.7');
  });

  it('is nothing that anybody else may make up', async () => {
    expect(await seenFrom({})).toBe('127.0.0.1');
  });
});
