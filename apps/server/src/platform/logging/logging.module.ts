import { Global, Module } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '#config';
import { redaction } from './redaction.js';

/** Asked often and by machines; a line for each would bury the others. */
const QUIET = /^\/(health|metrics|widget|assets|favicon)/;

@Global()
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        pinoHttp: {
          level: config.logLevel,
          redact: redaction,
          genReqId: () => randomUUID(),
          autoLogging: { ignore: (request: IncomingMessage) => QUIET.test(request.url ?? '') },
          customLogLevel: (_: IncomingMessage, response: ServerResponse, error?: Error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
          customSuccessMessage: (request: IncomingMessage, response: ServerResponse) => `${request.method} ${pathOf(request)} ${response.statusCode}`,
          serializers: {
            req: (request: { id: unknown; method: string; url: string; remoteAddress: string }) => ({
              id: request.id,
              method: request.method,
              // Queries hold what people search for, and sometimes tokens.
              path: request.url?.split('?')[0],
              address: request.remoteAddress,
            }),
            res: (response: { statusCode: number }) => ({ status: response.statusCode }),
          },
        },
      }),
    }),
  ],
})
export class LoggingModule {}

function pathOf(request: IncomingMessage): string {
  return ((request as { originalUrl?: string }).originalUrl ?? request.url ?? '').split('?')[0] ?? '';
}
