import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Agent } from 'undici';
import { EgressRefused, EgressTimedOut, EgressTooLarge, EgressUnreachable } from './index.js';
import { guardedAgent, guardedFetch } from './egress.js';

const LIMITS = { maxBytes: 10_000, totalMs: 5_000 };

let server: Server;
let port: number;
let hits: string[];
const agents: Agent[] = [];

function agent(allowed: string[] = [], more: { lookup?: LookupFunction; ca?: string } = {}): Agent {
  const made = guardedAgent(allowed, more);
  agents.push(made);
  return made;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    switch (request.url) {
      case '/to-private':
        return response.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end();
      case '/to-decimal':
        return response.writeHead(307, { location: `http://2130706434:${port}/` }).end();
      case '/to-file':
        return response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      case '/bomb':
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000)));
      case '/endless': {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'.repeat(100)), 5);
        return response.on('close', () => clearInterval(drip));
      }
      case '/silent':
        return undefined;
      case '/cut':
        response.writeHead(200, { 'content-length': '100' }).write('half');
        return setTimeout(() => response.destroy(), 20);
      default:
        return response.end('reached');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
});

beforeEach(() => {
  hits = [];
});

afterAll(async () => {
  await Promise.all(agents.map((each) => each.destroy()));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('private addresses', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://LOCALHOST:PORT/',
    'http://127.1:PORT/',
    'http://127.0.0.1.:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0x7f.0.0.1:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://017700000001:PORT/',
    'http://①②⑦.0.0.1:PORT/',
    'http://127。0。0。1:PORT/',
    'http://%31%32%37.0.0.1:PORT/',
    'http://0:PORT/',
    'http://0.0.0.0:PORT/',
    'http://[::1]:PORT/',
    'http://[::]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[0:0:0:0:0:ffff:7f00:0001]:PORT/',
    'http://[::127.0.0.1]:PORT/',
    'http://[64:ff9b::7f00:1]:PORT/',
    'http://[2002:7f00:1::]:PORT/',
    'http://[fe80::1]:PORT/',
    'http://[fc00::1]:PORT/',
    'http://[fd12:3456::1]:PORT/',
    'http://[ff02::1]:PORT/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:169.254.169.254]/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'https://127.0.0.1:PORT/',
    'http://public.example@127.0.0.1:PORT/',
    'http://127.0.0.1:PORT\\@public.example/',
  ])('refuses %s without sending anything', async (url) => {
    await expect(guardedFetch(agent(), url.replace('PORT', String(port)), {}, LIMITS)).rejects.toBeInstanceOf(EgressRefused);
    expect(hits).toEqual([]);
  });

  it.each([
    'file:///etc/passwd',
    'data:text/plain,hello',
    'ftp://example.com/',
    'gopher://example.com/',
    'blob:nodedata:1',
    '//example.com',
    'http://',
    'not an address',
    '',
  ])('refuses %p, which is no HTTP address', async (url) => {
    await expect(guardedFetch(agent(), url, {}, LIMITS)).rejects.toBeInstanceOf(EgressRefused);
  });

  it('refuses a public-looking name that resolves to a private address', async () => {
    const lookup = resolvesTo('10.1.2.3');
    for (const scheme of ['http', 'https']) {
      await expect(guardedFetch(agent([], { lookup }), `${scheme}://public.example:${port}/`, {}, LIMITS)).rejects.toBeInstanceOf(EgressRefused);
    }
  });

  it('asks again for every connection, so a name that changes its address gains nothing', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const rebinding = agent(['127.0.0.1/32'], { lookup: (...args) => resolvesTo(answers.shift() ?? '127.0.0.2')(...args) });
    const url = `http://rebinding.example:${port}/`;
    const first = await guardedFetch(rebinding, url, { headers: { connection: 'close' } }, LIMITS);
    expect(await first.text()).toBe('reached');
    await expect(guardedFetch(rebinding, url, {}, LIMITS)).rejects.toBeInstanceOf(EgressRefused);
  });

  it.each(['/to-private', '/to-decimal', '/to-file'])('does not follow a redirect %s', async (path) => {
    const outcome = guardedFetch(agent(['127.0.0.1/32']), `http://127.0.0.1:${port}${path}`, {}, LIMITS);
    await expect(outcome).rejects.toThrow();
    expect(hits).toEqual([path]);
  });

  it('does not go to ports that belong to other protocols', async () => {
    await expect(guardedFetch(agent(['127.0.0.1']), 'http://127.0.0.1:25/', {}, LIMITS)).rejects.toBeInstanceOf(EgressUnreachable);
  });

  it('says nothing about the address a name led to', async () => {
    const outcome = guardedFetch(agent([], { lookup: resolvesTo('10.1.2.3') }), 'http://intranet.example/', {}, LIMITS);
    await expect(outcome).rejects.toThrow(expect.objectContaining({ message: expect.not.stringContaining('10.1.2.3') }));
  });
});

describe('opened ranges', () => {
  it.each([['127.0.0.1'], ['127.0.0.0/8']])('reaches an address inside %s', async (cidr) => {
    const response = await guardedFetch(agent([cidr]), `http://127.0.0.1:${port}/`, {}, LIMITS);
    expect(await response.text()).toBe('reached');
  });

  it('speaks TLS and checks the certificate against the name', async () => {
    const secure = createSecureServer(SHOP_EXAMPLE, (_request, response) => response.end('reached safely'));
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const securePort = (secure.address() as AddressInfo).port;
    const lookup = resolvesTo('127.0.0.1');
    const trusting = agent(['127.0.0.1'], { lookup, ca: SHOP_EXAMPLE.cert });
    const response = await guardedFetch(trusting, `https://shop.example:${securePort}/`, {}, LIMITS);
    expect(await response.text()).toBe('reached safely');
    await expect(guardedFetch(trusting, `https://other.example:${securePort}/`, {}, LIMITS)).rejects.toBeInstanceOf(EgressUnreachable);
    await expect(guardedFetch(agent(['127.0.0.1'], { lookup }), `https://shop.example:${securePort}/`, {}, LIMITS)).rejects.toBeInstanceOf(
      EgressUnreachable,
    );
    secure.closeAllConnections();
    await new Promise((resolve) => secure.close(resolve));
  });

  it.each(['', 'localhost', '127.0.0.1/33', '127.0.0.1/', '127.0.0.1/-1', '::1/129', '10.0.0.0/8/8x'])('does not start with %p', (cidr) => {
    expect(() => guardedAgent([cidr])).toThrow(RangeError);
  });
});

describe('limits', () => {
  const local = (): Agent => agent(['127.0.0.1']);
  const url = (path: string): string => `http://127.0.0.1:${port}${path}`;

  it('stops a response that unpacks to more than the limit', async () => {
    const response = await guardedFetch(local(), url('/bomb'), {}, LIMITS);
    await expect(response.text()).rejects.toBeInstanceOf(EgressTooLarge);
  });

  it('stops an endless response', async () => {
    const response = await guardedFetch(local(), url('/endless'), {}, { ...LIMITS, totalMs: 100 });
    await expect(response.text()).rejects.toBeInstanceOf(EgressTimedOut);
  });

  it('stops waiting for a server that says nothing', async () => {
    await expect(guardedFetch(local(), url('/silent'), {}, { ...LIMITS, totalMs: 100 })).rejects.toBeInstanceOf(EgressTimedOut);
  });

  it('tells a cut response from a whole one', async () => {
    const response = await guardedFetch(local(), url('/cut'), {}, LIMITS);
    await expect(response.text()).rejects.toBeInstanceOf(EgressUnreachable);
  });

  it("rejects with the caller's own reason when the caller gives up", async () => {
    const reason = new Error('taken over');
    const abort = new AbortController();
    const outcome = guardedFetch(local(), url('/silent'), { signal: abort.signal }, LIMITS);
    abort.abort(reason);
    await expect(outcome).rejects.toBe(reason);
  });

  it('tells a refused connection as unreachable', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const free = (closed.address() as AddressInfo).port;
    await new Promise((resolve) => closed.close(resolve));
    await expect(guardedFetch(local(), `http://127.0.0.1:${free}/`, {}, LIMITS)).rejects.toBeInstanceOf(EgressUnreachable);
  });
});

function resolvesTo(address: string): LookupFunction {
  return (_name, options, callback) => {
    if (options.all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
}

/** Made for this test; nothing else trusts it. */
const SHOP_EXAMPLE = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguFuOjxGAIFiJOE36
RVT7rx+cmpez5gHi2dxwSUpVlXihRANCAASapouvuZzOgaDivjKue6ddNU8FBUHc
tASxxhXmxDS1qvw7uXa0cubFP873bkmd6Dg3VQ2BD5LXuQ/mAcoYHrZI
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUPh3am/qQ24zsuQAmreujyD/dfE4wCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMCAXDTI2MTEyMjE1NTQxOVoYDzIxMjYx
MDI5MTU1NDE5WjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAASapouvuZzOgaDivjKue6ddNU8FBUHctASxxhXmxDS1qvw7
uXa0cubFP873bkmd6Dg3VQ2BD5LXuQ/mAcoYHrZIo2wwajAdBgNVHQ4EFgQU/is6
Hfluy5y+z3Go4Z9LT3Wf7PowHwYDVR0jBBgwFoAU/is6Hfluy5y+z3Go4Z9LT3Wf
7PowDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxzaG9wLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIhAOC6upcqVqwXN/kvqwBLX6jx/COctAUhWlpyK1CzfW1z
AiAGoCq7aF8UrUTufEinSvqvMkbAdXPDq5JRPMvwlycsNQ==
-----END CERTIFICATE-----`,
};
