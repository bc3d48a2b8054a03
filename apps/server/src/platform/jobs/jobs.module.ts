import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { JobHandlers } from './job-handlers.js';
import { JobQueue } from './job-queue.js';
import { LocalJobQueue } from './local-job-queue.js';
import { MarkedProviders } from './marked-providers.js';
import { Sweeper } from './sweeper.js';

@Global()
@Module({
  imports: [DiscoveryModule, ScheduleModule.forRoot()],
  providers: [MarkedProviders, JobHandlers, Sweeper, { provide: JobQueue, useClass: LocalJobQueue }],
  exports: [MarkedProviders, JobQueue, Sweeper],
})
export class JobsModule {}
