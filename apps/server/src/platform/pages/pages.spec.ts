import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { sendProblem } from '../problems/index.js';
import { servePages } from './pages.js';

describe('the pages', () => {
  const dist = mkdtempSync(join(tmpdir(), 'baton-pages-'));
  let server: FastifyInstance;

  function file(path: string, text: string): void {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }

  async function serve(): Promise<FastifyInstance> {
    const instance = fastify({ routerOptions: { ignoreTrailingSlash: true } });
    instance.setErrorHandler((error, _, reply) => sendProblem(error, reply));
    await servePages(instance, dist);
    return instance;
  }

  beforeAll(async () => {
    file(
      'console/index.html',
      '<style>a{}</style><baton-console ngCspNonce="__CSP_NONCE__"></baton-console><script src="main-ABCDEF12.js" type="module"></script>',
    );
    file('console/main-ABCDEF12.js', 'console');
    file('console/favicon.svg', '<svg/>');
    file('widget/v1.js', 'loader');
    file('widget/assets/panel-ABCDEF12.js', 'panel');
    file('widget/assets/panel-ABCDEF12.js.br', 'panel in brotli');
    file('widget/assets/panel-ABCDEF12.js.gz', 'panel in gzip');
    file('widget-preview/index.html', '<script type="module" src="/widget/preview/assets/index-ABCDEF12.js"></script>');
    file('widget-preview/assets/index-ABCDEF12.js', 'preview');
    file('demo-site/index.html', '<script>Baton("boot")</script>');
    file('demo-site/assets/shop-ABCDEF12.css', 'a{}');
    file('demo-site/try.html', '<script type="module" src="/demo/assets/try.js"></script>');
    server = await serve();
  });
  afterAll(async () => {
    await server.close();
    rmSync(dist, { recursive: true });
  });

  const get = (url: string, method: 'GET' | 'POST' | 'HEAD' = 'GET') => server.inject({ method, url });

  it('give the console for every path of its own', async () => {
    for (const path of ['/', '/inbox', '/inbox/handoffs/7?view=mine', '/settings/websites', '/setup']) {
      const answer = await get(path);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('put a new nonce into every answer, the same in the page and in its policy', async () => {
    const [first, second] = await Promise.all([get('/'), get('/')]);
    const nonce = /script-src 'self' 'nonce-([\w-]{22})'/.exec(String(first.headers['content-security-policy']))![1]!;
    expect(first.body).toBe(
      `<style nonce="${nonce}">a{}</style><baton-console ngCspNonce="${nonce}"></baton-console><script nonce="${nonce}" src="main-ABCDEF12.js" type="module"></script>`,
    );
    expect(second.body).not.toContain(nonce);
  });

  it('allow the console nothing that is not its own', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).toContain(`require-trusted-types-for 'script'`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('let browsers keep what has a hash in its name, and other sites load the widget', async () => {
    expect((await get('/main-ABCDEF12.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=300');
    const loader = await get('/widget/v1.js');
    expect(loader.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
    });
    expect((await get('/widget/assets/panel-ABCDEF12.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/main-ABCDEF12.js')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('show the shop, with and without the slash', async () => {
    for (const path of ['/demo', '/demo/']) expect((await get(path)).body).toMatch(/^<script nonce="[\w-]+">Baton\("boot"\)<\/script>$/);
    expect((await get('/demo/assets/shop-ABCDEF12.css')).statusCode).toBe(200);
  });

  it('come compressed to whoever can read it, as the build has left them', async () => {
    const ask = (encodings: string) => server.inject({ url: '/widget/assets/panel-ABCDEF12.js', headers: { 'accept-encoding': encodings } });
    const [brotli, gzip, plain] = await Promise.all([ask('gzip, deflate, br'), ask('gzip'), ask('identity')]);
    expect([brotli.body, gzip.body, plain.body]).toEqual(['panel in brotli', 'panel in gzip', 'panel']);
    expect([brotli, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    for (const { headers } of [brotli, gzip, plain]) {
      expect(headers).toMatchObject({
        vary: 'accept-encoding',
        'content-type': expect.stringContaining('javascript'),
        'cache-control': expect.stringContaining('immutable'),
        'access-control-allow-origin': '*',
      });
    }
    // Where the build has left none, the file itself.
    expect((await server.inject({ url: '/widget/v1.js', headers: { 'accept-encoding': 'br' } })).body).toBe('loader');
    expect((await get('/widget/assets/panel-ABCDEF12.js.br')).statusCode).toBe(404);
  });

  it('show the widget to the console alone, with nothing to reach for', async () => {
    for (const path of ['/widget/preview', '/widget/preview/']) {
      const answer = await get(path);
      expect(answer.statusCode).toBe(200);
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).toContain(`frame-ancestors 'self'`);
      expect(policy).toContain(`require-trusted-types-for 'script'`);
      expect(policy).not.toMatch(/connect-src|unsafe|\*/);
    }
    expect((await get('/widget/preview/assets/index-ABCDEF12.js')).headers['cache-control']).toContain('immutable');
    expect(String((await get('/')).headers['content-security-policy'])).toContain(`frame-src 'self'`);
  });

  it('show the page on which a website’s chat is tried, and only with its policy', async () => {
    const answer = await get('/try?websiteKey=wk_1');
    expect(answer.body).toMatch(/^<script nonce="[\w-]+" type="module"/);
    expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`);
    expect((await get('/demo/try.html')).statusCode).toBe(404);
  });

  it.each([
    '/api/v1/nothing',
    '/api',
    '/socket.io',
    '/health/none',
    '/metrics/none',
    '/widget',
    '/widget/none',
    '/demo/none',
    '/none.js',
    '/index.html',
    '/..%2f..%2fpackage.json',
    '/widget/..%2fconsole/index.html',
    '/%2e%2e/secret.txt',
    '/assets/%00.js',
  ])('are not behind %s', async (path) => {
    const answer = await get(path);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toContain('<baton-console');
  });

  it('say so when they are not built', async () => {
    rmSync(join(dist, 'demo-site'), { recursive: true });
    const other = await serve();
    const answer = await other.inject({ url: '/demo' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json<{ detail: string }>().detail).toContain('not built yet');
    await other.close();
  });
});
