import { connect, type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { logRequests, whileServed } from './request-log.js';

describe('the log of requests', () => {
  let server: FastifyInstance;
  let lines: Record<string, unknown>[] = [];

  beforeAll(async () => {
    const sink = new Writable({
      write(chunk, _, done) {
        lines.push(JSON.parse(String(chunk)) as Record<string, unknown>);
        done();
      },
    });
    const logger = pino({ mixin: whileServed }, sink);
    server = fastify({ genReqId: () => 'r1', routerOptions: { ignoreTrailingSlash: true } });
    logRequests(server, logger);
    server.get('/api/v1/things', () => []);
    server.post('/api/v1/things', async () => {
      await after(1);
      logger.warn('half a thing');
      return {};
    });
    server.get('/api/v1/broken', (_, reply) => reply.status(500).send({}));
    server.get('/api/v1/slow', () => after(60_000, {}, { ref: false }));
    server.get('/health/live', () => ({}));
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());
  beforeEach(() => (lines = []));

  const port = (): number => (server.server.address() as AddressInfo).port;
  const call = async (path: string, init?: RequestInit): Promise<void> => {
    await (await fetch(`http://127.0.0.1:${port()}${path}`, init)).text();
    await after(5);
  };

  it('holds one line for each, without what was searched for', async () => {
    await call('/api/v1/things?q=who-is-ill');
    expect(lines).toEqual([
      expect.objectContaining({
        level: 30,
        req: { id: 'r1', method: 'GET', path: '/api/v1/things', address: '127.0.0.1' },
        res: { status: 200 },
        responseTime: expect.any(Number),
        msg: 'GET /api/v1/things 200',
      }),
    ]);
  });

  it('names the request in every line that is written for it', async () => {
    await call('/api/v1/things', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"big":"one"}' });
    expect(lines).toMatchObject([
      { level: 40, msg: 'half a thing', req: { id: 'r1', method: 'POST', path: '/api/v1/things' } },
      { level: 30, msg: 'POST /api/v1/things 200' },
    ]);
  });

  it('tells what failed from what was refused', async () => {
    await call('/api/v1/broken');
    await call('/api/v1/nothing');
    expect(lines).toMatchObject([
      { level: 50, res: { status: 500 }, err: { message: 'failed with status code 500' } },
      { level: 30, res: { status: 404 } },
    ]);
  });

  it('holds requests whose client did not wait for the answer', async () => {
    const socket = connect(port(), '127.0.0.1', () => socket.write('GET /api/v1/slow HTTP/1.1\r\nHost: x\r\n\r\n'));
    await after(50);
    socket.destroy();
    await after(50);
    expect(lines).toMatchObject([{ msg: 'GET /api/v1/slow 200' }]);
  });

  it('misses none whose address is written in another way', async () => {
    const socket = connect(port(), '127.0.0.1', () => socket.write('GET /%61pi/v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
    await new Promise((resolve) => socket.on('close', resolve).resume());
    expect(lines).toMatchObject([{ msg: 'GET /%61pi/v1/things 200' }]);
  });

  it('leaves probes and pages out', async () => {
    await call('/health/live');
    await call('/inbox');
    expect(lines).toEqual([]);
  });
});
