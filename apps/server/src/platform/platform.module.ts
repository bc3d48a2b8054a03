import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Config } from '#config';
import { Clock, SystemClock } from './clock/index.js';
import { DatabaseModule, DatabaseServer } from './database/index.js';
import { EgressModule } from './egress/index.js';
import { HealthController } from './health/health.controller.js';
import { HangUpAtShutdown } from './http/index.js';
import { InputPipe } from './input/index.js';
import { JobsModule } from './jobs/index.js';
import { LoggingModule } from './logging/logging.module.js';
import { Metrics, MetricsController } from './metrics/index.js';
import { OutboxModule } from './outbox/index.js';
import { DemoController } from './pages/demo.controller.js';
import { ProblemFilter } from './problems/index.js';
import { Doorbell } from './realtime/index.js';
import { SecretsModule } from './secrets/index.js';

/** The kernel that every module stands on, without importing it. */
@Global()
@Module({
  imports: [LoggingModule, DatabaseModule, JobsModule, OutboxModule, SecretsModule, EgressModule],
  controllers: [HealthController, MetricsController, DemoController],
  providers: [
    Doorbell,
    HangUpAtShutdown,
    Metrics,
    { provide: Clock, useClass: SystemClock },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Clock, Doorbell, Metrics],
})
export class PlatformModule {}

/** What was decided before Nest starts: the settings, and which Postgres is open. */
@Global()
@Module({})
export class SettingsModule {
  static of(config: Config, server: DatabaseServer): DynamicModule {
    return {
      module: SettingsModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: DatabaseServer, useValue: server },
      ],
      exports: [Config, DatabaseServer],
    };
  }
}
