import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestJson } from './http.js';

let server: Server | undefined;
afterEach(() => void server?.close());

async function answering(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
}

describe('requestJson', () => {
  it('sends and reads JSON, and leaves out what was not asked for', async () => {
    const url = await answering((request, response) => {
      response.end(JSON.stringify({ url: request.url, type: request.headers['content-type'] ?? null }));
    });
    expect(await requestJson({ url, query: { a: 1, b: undefined, c: null, d: 'x y' } })).toEqual({ url: '/x?a=1&d=x+y', type: null });
  });

  it('gives nothing for an answer without a body', async () => {
    const url = await answering((_, response) => response.writeHead(204).end());
    expect(await requestJson({ method: 'DELETE', url })).toBeUndefined();
  });

  it('throws the server’s own refusal', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'handoff.already_claimed',
      detail: 'Taken.',
      details: { assignee: { name: 'Bea' } },
    };
    const url = await answering((_, response) => response.writeHead(409).end(JSON.stringify(problem)));
    await expect(requestJson({ url })).rejects.toMatchObject({
      name: 'BatonError',
      code: 'handoff.already_claimed',
      status: 409,
      message: 'Taken.',
      details: problem.details,
      worthRetrying: false,
    });
  });

  it('does not mistake a proxy’s page for an answer', async () => {
    const url = await answering((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
    await expect(requestJson({ url })).rejects.toMatchObject({ code: 'http.unexpected', status: 502, worthRetrying: true });
  });

  it('tells a silent server from one that is not there', async () => {
    const url = await answering(() => undefined);
    await expect(requestJson({ url, timeoutMs: 50 })).rejects.toMatchObject({ code: 'network.timeout' });
    server!.closeAllConnections();
    await expect(requestJson({ url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({ code: 'network.unreachable' });
  });
});
