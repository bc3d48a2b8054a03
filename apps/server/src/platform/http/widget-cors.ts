import type { FastifyInstance } from 'fastify';

const WIDGET_API = '/api/v1/widget/';
/** Says of itself who may embed the widget: its refusal must be readable where nobody was allowed yet, or a site would never learn why. */
const TELLS_ANYBODY = '/api/v1/widget/website';
const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of customers call the widget's part of the API, and no other. No credentials: a widget carries its token in
 * a header, so a cookie of ours never travels with its calls.
 */
export function allowWidgetOrigins(fastify: FastifyInstance, isAllowed: (origin: string) => Promise<boolean>): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (!request.url.startsWith(WIDGET_API) || !origin) return undefined;
    void reply.header('vary', 'origin');
    const toldAnyway = request.method === 'GET' && request.url.split('?', 1)[0] === TELLS_ANYBODY;
    if (!toldAnyway && !(await isAllowed(origin))) return undefined;
    void reply
      .header('access-control-allow-origin', origin)
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('access-control-expose-headers', 'retry-after');
    if (request.method !== 'OPTIONS') return undefined;
    return reply
      .header('access-control-allow-methods', 'GET, POST, PATCH, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', String(PREFLIGHT_SECONDS))
      .status(204)
      .send();
  });
}
