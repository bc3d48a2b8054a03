import { Global, Module, type DynamicModule } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Test } from '@nestjs/testing';
import { Config } from '#config';
import { HandlesJob, JobQueue, JobsModule, type JobHandler } from './index.js';
import { describesAJobQueue } from './job-queue.contract.js';

@Global()
@Module({})
class Settings {
  static of(...roles: string[]): DynamicModule {
    return { module: Settings, providers: [{ provide: Config, useValue: { roles: new Set(roles) } }], exports: [Config] };
  }
}

@Module({})
class LocalDriver {
  static of(...roles: string[]): DynamicModule {
    return { module: LocalDriver, imports: [Settings.of(...roles), JobsModule] };
  }
}

describesAJobQueue('local', () => LocalDriver.of('web', 'worker'));

@HandlesJob('letters')
class Letters implements JobHandler {
  readonly handled: string[] = [];
  async handle(id: string): Promise<void> {
    await sleep(20);
    this.handled.push(id);
  }
}

describe('the local job queue', () => {
  async function start(...roles: string[]): Promise<{ jobs: JobQueue; letters: Letters; close(): Promise<void> }> {
    const app = await Test.createTestingModule({ imports: [LocalDriver.of(...roles)], providers: [Letters] }).compile();
    await app.init();
    return { jobs: app.get(JobQueue), letters: app.get(Letters), close: () => app.close() };
  }

  it('leaves jobs to the workers in a process that is none', async () => {
    const { jobs, letters, close } = await start('web');
    jobs.ring({ kind: 'letters', id: '1' });
    await sleep(50);
    await close();
    expect(letters.handled).toEqual([]);
  });

  it('runs a job once that is rung twice while it waits, and again when it is rung while it runs', async () => {
    const { jobs, letters, close } = await start('worker');
    for (let id = 0; id < 128; id++) jobs.ring({ kind: 'letters', id: `busy ${id}` });
    jobs.ring({ kind: 'letters', id: 'twice' });
    jobs.ring({ kind: 'letters', id: 'twice' });
    jobs.ring({ kind: 'letters', id: 'busy 0' });
    await sleep(150);
    await close();
    expect(letters.handled.filter((id) => id === 'twice')).toHaveLength(1);
    expect(letters.handled.filter((id) => id === 'busy 0')).toHaveLength(2);
  });
});
