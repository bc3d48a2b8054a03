import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { NotFound } from '../problems/index.js';

const ONE_YEAR = 'public, max-age=31536000, immutable';
const FIVE_MINUTES = 'public, max-age=300';
const NONCE = '__CSP_NONCE__';
/** Asked by programs, which want a 404 and not a page. */
const NOT_PAGES = /^\/(api|socket\.io|health|metrics|widget|demo)(\/|$)/;

/**
 * The built pages: the console at `/`, the demo shop at `/demo`, the widget's files at `/widget`, and at `/widget/preview`
 * the page in which the console shows it.
 * @param dist the folder with `console`, `demo-site`, `widget` and `widget-preview`
 */
export async function servePages(fastify: FastifyInstance, dist: string): Promise<void> {
  await serveFiles(fastify, join(dist, 'widget'), '/widget/', (reply) => {
    // Other people's pages load these.
    void reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  });
  await serveFiles(fastify, join(dist, 'widget-preview'), '/widget/preview/');
  await serveFiles(fastify, join(dist, 'demo-site'), '/demo/');
  await serveFiles(fastify, join(dist, 'console'), '/');

  fastify.get('/demo', page(join(dist, 'demo-site', 'index.html'), shopPolicy));
  // Where an admin plays visitor of their own website.
  fastify.get('/try', page(join(dist, 'demo-site', 'try.html'), shopPolicy));
  fastify.get(
    '/widget/preview',
    page(join(dist, 'widget-preview', 'index.html'), () => PREVIEW_POLICY),
  );
  const console = page(join(dist, 'console', 'index.html'), consolePolicy);
  fastify.get('/', console);
  // Paths of the console are its own routes: every one is the same page.
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (NOT_PAGES.test(path) || extname(path) !== '') throw new NotFound('address');
    return console(request, reply);
  });
}

async function serveFiles(
  fastify: FastifyInstance,
  root: string,
  prefix: string,
  more: (reply: FastifyReply) => void = () => undefined,
): Promise<void> {
  if (!existsSync(root)) return;
  await fastify.register(fastifyStatic, {
    root,
    prefix,
    decorateReply: false,
    wildcard: false,
    index: false,
    // Pages are answered above with a nonce; as plain files they would come without.
    globIgnore: ['**/*.html', '**/*.map', '**/*.{br,gz}'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', /[-.][\w-]{8,}\.\w+(\.(br|gz))?$/.test(path) ? ONE_YEAR : FIVE_MINUTES);
      more(reply as unknown as FastifyReply);
    },
  });
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

function page(file: string, policy: (nonce: string) => string): Handler {
  const html = existsSync(file) ? readFileSync(file, 'utf8').replace(/<(style|script)(?=[\s>])/g, `<$1 nonce="${NONCE}"`) : null;
  return (_, reply) => {
    if (html === null) throw new NotFound('page; it is not built yet');
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll(NONCE, nonce));
  };
}

const shared = (nonce: string): string[] => [
  `default-src 'none'`,
  `base-uri 'self'`,
  `form-action 'self'`,
  `script-src 'self' 'nonce-${nonce}'`,
  `style-src 'self' 'nonce-${nonce}'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
];

const consolePolicy = (nonce: string): string =>
  [
    ...shared(nonce),
    `frame-src 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types angular angular#bundler dompurify`,
  ].join('; ');

/** Stands for a customer's page, so it is strict where a careful customer's would be. */
const shopPolicy = (nonce: string): string => [...shared(nonce), `frame-ancestors 'self'`].join('; ');

/** A picture of the widget: it asks no server for anything but its own scripts, and the avatar that is being chosen. */
const PREVIEW_POLICY = [
  `default-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' https: http:`,
  `frame-ancestors 'self'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ');
