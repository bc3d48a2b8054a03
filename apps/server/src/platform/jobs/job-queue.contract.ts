import { Injectable, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { HandlesJob, JobQueue, type JobHandler } from './index.js';

@Injectable()
@HandlesJob('letters')
class Letters implements JobHandler {
  readonly handled: string[] = [];
  running = 0;
  mostAtOnce = 0;
  pauseMs = 0;

  async handle(id: string): Promise<void> {
    this.running++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    try {
      if (this.pauseMs > 0) await sleep(this.pauseMs);
      if (id.startsWith('bad')) throw new Error(`cannot carry ${id}`);
      this.handled.push(id);
    } finally {
      this.running--;
    }
  }
}

@Injectable()
@HandlesJob('parcels')
class Parcels implements JobHandler {
  readonly handled: string[] = [];
  async handle(id: string): Promise<void> {
    this.handled.push(id);
  }
}

@Injectable()
@HandlesJob('letters')
class SecondLetters implements JobHandler {
  async handle(): Promise<void> {}
}

@Injectable()
@HandlesJob('promises')
class Promises {}

@Module({ providers: [Letters, Parcels] })
class Handlers {}

/**
 * What every driver of `JobQueue` keeps to.
 * @param driver a module that provides `JobQueue` and what it needs
 */
export function describesAJobQueue(name: string, driver: () => DynamicModule | Type): void {
  describe(`a job queue (${name})`, () => {
    let app: TestingModule;
    let jobs: JobQueue;
    let letters: Letters;

    async function start(...more: Type[]): Promise<void> {
      app = await Test.createTestingModule({ imports: [driver(), Handlers], providers: more }).compile();
      app.useLogger(false);
      await app.init();
      jobs = app.get(JobQueue);
      letters = app.get(Letters, { strict: false });
    }
    afterEach(() => app.close());

    it('brings each job to the handler of its kind', async () => {
      await start();
      jobs.ring({ kind: 'letters', id: '1' });
      jobs.ring({ kind: 'parcels', id: '2' });
      await until(() => letters.handled.length === 1);
      expect(letters.handled).toEqual(['1']);
      await until(() => app.get(Parcels, { strict: false }).handled.length === 1);
    });

    it('goes on after a job that failed', async () => {
      await start();
      jobs.ring({ kind: 'letters', id: 'bad' });
      jobs.ring({ kind: 'letters', id: 'good' });
      await until(() => letters.handled.includes('good'));
    });

    it('runs many at once, but not without bound', async () => {
      await start();
      letters.pauseMs = 20;
      for (let id = 0; id < 400; id++) jobs.ring({ kind: 'letters', id: String(id) });
      await until(() => letters.handled.length === 400);
      expect(letters.mostAtOnce).toBeGreaterThan(1);
      expect(letters.mostAtOnce).toBeLessThanOrEqual(128);
    });

    it('throws at once for a kind that nobody handles', async () => {
      await start();
      expect(() => jobs.ring({ kind: 'pigeons', id: '1' })).toThrow(`Nobody handles jobs of kind "pigeons"`);
    });

    it('refuses to start when two handle one kind', async () => {
      await expect(start(SecondLetters)).rejects.toThrow(/Jobs of kind "letters" have two handlers: \w+ and \w+/);
    });

    it('refuses to start when a marked provider cannot handle anything', async () => {
      await expect(start(Promises)).rejects.toThrow('Promises has no method "handle"');
    });

    it('finishes what runs before it stops, and starts nothing more', async () => {
      await start();
      letters.pauseMs = 100;
      jobs.ring({ kind: 'letters', id: 'running' });
      await until(() => letters.running === 1);
      const closed = app.close();
      await sleep(20);
      jobs.ring({ kind: 'letters', id: 'late' });
      await closed;
      expect(letters.handled).toEqual(['running']);
    });
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 5_000; !condition(); await sleep(5)) {
    if (Date.now() > deadline) throw new Error('waited in vain');
  }
}
