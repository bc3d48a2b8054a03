import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import type { Config } from '#config';
import { AppModule } from './app.module.js';
import { SocketAdapter } from './gateway/index.js';
import { Websites } from './modules/websites/index.js';
import { setUpApiDocs } from './platform/api-docs/index.js';
import { DatabaseServer } from './platform/database/index.js';
import { allowWidgetOrigins, fastifyAdapter, readJsonOnly, securityHeaders } from './platform/http/index.js';
import { logRequests } from './platform/logging/request-log.js';
import { Metrics } from './platform/metrics/index.js';
import { builtPages, servePages } from './platform/pages/index.js';

/**
 * The whole application, ready to listen. `main` and the tests make it the same way.
 * @param server an open database; the application closes it when it closes
 */
export async function createApp(config: Config, server: DatabaseServer): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, server), fastifyAdapter(config), {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: true,
    // Until the real logger is there, only what stops the start is worth saying.
    logger: ['warn', 'error', 'fatal'],
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  const fastify = app.getHttpAdapter().getInstance();
  logRequests(fastify, PinoLogger.root);
  readJsonOnly(fastify);
  securityHeaders(fastify, config);
  app.get(Metrics).observe(fastify);
  allowWidgetOrigins(fastify, (origin) => app.get(Websites).anyAllows(origin));
  app.setGlobalPrefix('api/v1', { exclude: ['health/*path', 'metrics', 'demo/*path'] });
  app.useWebSocketAdapter(new SocketAdapter(app));
  setUpApiDocs(app, config);
  await servePages(fastify, builtPages());
  return app;
}
