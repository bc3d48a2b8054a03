import { Global, Module, RequestMethod } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { LogFn } from 'pino';
import { Config } from '#config';
import { redaction } from './redaction.js';

/** Nest tells at every start what it is made of, which is in the code already. */
const ROLL_CALL = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'WebSocketsController', 'NestApplication']);
const INFO = 30;

/** Asked often and by machines; a line for each would bury the others. Files of pages do not come by here at all. */
const PROBES = /^\/(health|metrics)\b/;
const API = [{ path: '{/*splat}', method: RequestMethod.ALL }];

@Global()
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        forRoutes: API,
        pinoHttp: {
          level: config.logLevel,
          redact: redaction,
          hooks: {
            logMethod(args: Parameters<LogFn>, log: LogFn, level: number): void {
              const { context = '' } = (args[0] ?? {}) as { context?: string };
              if (level > INFO || !ROLL_CALL.has(context)) log.apply(this, args);
            },
          },
          autoLogging: { ignore: (request: IncomingMessage) => PROBES.test(pathOf(request)) },
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
