import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { LogFn } from 'pino';
import { Config } from '#config';
import { redaction } from './redaction.js';
import { whileServed } from './request-log.js';

/** Nest tells at every start what it is made of, which is in the code already. */
const ROLL_CALL = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'WebSocketsController', 'NestApplication']);
const INFO = 30;

@Global()
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        // Requests are logged by a hook: Nest's middleware would prepare a logger for each before anything is said.
        forRoutes: [],
        pinoHttp: {
          level: config.logLevel,
          redact: redaction,
          mixin: whileServed,
          wrapSerializers: false,
          hooks: {
            logMethod(args: Parameters<LogFn>, log: LogFn, level: number): void {
              const { context = '' } = (args[0] ?? {}) as { context?: string };
              if (level > INFO || !ROLL_CALL.has(context)) log.apply(this, args);
            },
          },
        },
      }),
    }),
  ],
})
export class LoggingModule {}
