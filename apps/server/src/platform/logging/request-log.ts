import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** Pages, their files and probes are asked for often and by machines; a line for each would bury the others. */
const API = '/api/v1';

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly address: string | undefined;
}

const served = new AsyncLocalStorage<LoggedRequest>();

/** What a line says besides its own fields: which request it was written for. Put together only when there is a line. */
export function whileServed(): { req?: LoggedRequest } {
  const req = served.getStore();
  return req ? { req } : {};
}

/** One line for every request of the API, when its answer is out or its client gone. */
export function logRequests(fastify: FastifyInstance, root: Logger): void {
  // The fields of these lines are all named here, and none holds a secret: to look for some costs more than the line.
  const logger = root.child({}, { redact: [] });
  fastify.addHook('onRequest', (request, reply, done) => {
    const req = logged(request);
    if (!isOfApi(request, req.path)) return done();
    const began = performance.now();
    reply.raw.on('close', () => log(logger, req, reply, Math.round(performance.now() - began)));
    served.run(req, done);
  });
}

/** By its route, too: there are other ways to write an address than the usual one. */
function isOfApi(request: FastifyRequest, path: string): boolean {
  return path.startsWith(API) || request.routeOptions.url?.startsWith(API) === true;
}

function logged(request: FastifyRequest): LoggedRequest {
  const { raw, url } = request;
  const query = url.indexOf('?');
  // Queries hold what people search for, and sometimes tokens.
  return { id: request.id, method: raw.method ?? '', path: query < 0 ? url : url.slice(0, query), address: raw.socket.remoteAddress };
}

function log(logger: Logger, req: LoggedRequest, { raw, statusCode: status }: FastifyReply, responseTime: number): void {
  const error = raw.errored ?? (status >= 500 ? new Error(`failed with status code ${status}`) : null);
  if (error) logger.error({ req, res: { status }, err: error, responseTime }, 'request errored');
  else if (logger.isLevelEnabled('info')) logger.info({ req, res: { status }, responseTime }, `${req.method} ${req.path} ${status}`);
}
