import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Config } from '#config';
import { sendProblem } from '../problems/index.js';

const MAX_BODY_BYTES = 256 * 1024;
const REQUEST_MS = 30_000;

export function fastifyAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    // Whoever may write the address of others may also hide from limits and the audit log: nobody, unless named.
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    // What the router cannot even read never reaches Nest and its filter.
    frameworkErrors: (error: Error, _request: unknown, reply: unknown) => sendProblem(error, reply as FastifyReply),
    genReqId: () => randomUUID(),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
  });
}

/** JSON and nothing else: what a plain HTML form of another site can send is not read at all. */
export function readJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: MAX_BODY_BYTES }, (request, body: string, done) => {
    // Clients that always say "JSON" also do so for calls without a body.
    if (body.trim() === '') done(null, undefined);
    else parse(request, body, done);
  });
}

/**
 * Headers for every answer. Pages bring a content policy of their own; everything else is data and may do nothing.
 * Nothing in them depends on the request, so they are put together once.
 */
export function securityHeaders(fastify: FastifyInstance, config: Config): void {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  protect(request, response, () => undefined);
  const headers = response.getHeaders();
  fastify.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers);
    done();
  });
}
