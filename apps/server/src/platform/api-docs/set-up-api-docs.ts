import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#config';
import { asyncApiOf } from './async-api.js';
import { entrancesOf } from './entrances.js';
import { openApiOf } from './open-api.js';
import { REFERENCE_STYLE, referencePage } from './reference-page.js';

/** A page of text and one stylesheet: nothing on it runs, so nothing has to be allowed. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves what the API is: `/api/openapi.json`, `/api/asyncapi.json`, and both for reading at `/api/docs`. */
export function setUpApiDocs(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  // Made when first asked for: a start should not wait for it, and by then every module is there.
  const documents = once(() => {
    const entrances = entrancesOf(app);
    const openApi = openApiOf(app, entrances, config.publicUrl);
    const asyncApi = asyncApiOf(entrances, config.publicUrl);
    return { openApi, asyncApi, page: referencePage(openApi, asyncApi) };
  });

  fastify.get('/api/openapi.json', (_, reply) => reply.send(documents().openApi));
  fastify.get('/api/asyncapi.json', (_, reply) => reply.send(documents().asyncApi));
  fastify.get('/api/docs', (_, reply) =>
    reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(documents().page),
  );
  fastify.get('/api/docs/style.css', (_, reply) => reply.type('text/css; charset=utf-8').send(REFERENCE_STYLE));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
