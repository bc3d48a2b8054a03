import { Global, Injectable, Module, type DynamicModule } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { Config } from '#config';
import { JobsModule, Sweeper, Sweeps, type Sweep } from './index.js';

@Global()
@Module({})
class Settings {
  static of(...roles: string[]): DynamicModule {
    return { module: Settings, providers: [{ provide: Config, useValue: { roles: new Set(roles) } }], exports: [Config] };
  }
}

@Injectable()
@Sweeps({ name: 'dust', everySeconds: 1 })
class Dust implements Sweep {
  rounds = 0;
  pauseMs = 0;
  fails = false;
  async sweep(): Promise<void> {
    this.rounds++;
    if (this.pauseMs > 0) await sleep(this.pauseMs);
    if (this.fails) throw new Error('too much dust');
  }
}

@Injectable()
@Sweeps({ name: 'windows', everySeconds: 3 })
class Windows implements Sweep {
  rounds = 0;
  async sweep(): Promise<void> {
    this.rounds++;
  }
}

@Injectable()
@Sweeps({ name: 'dust', everySeconds: 5 })
class DustAgain implements Sweep {
  async sweep(): Promise<void> {}
}

describe('the sweeper', () => {
  let app: TestingModule;
  async function start(roles = ['worker'], ...more: (new () => Sweep)[]): Promise<{ sweeper: Sweeper; dust: Dust; windows: Windows }> {
    app = await Test.createTestingModule({ imports: [Settings.of(...roles), JobsModule], providers: [Dust, Windows, ...more] }).compile();
    app.useLogger(false);
    await app.init();
    return { sweeper: app.get(Sweeper), dust: app.get(Dust), windows: app.get(Windows) };
  }
  afterEach(() => app.close());

  it('sweeps each in its own rhythm', async () => {
    const { sweeper, dust, windows } = await start();
    for (let second = 0; second < 6; second++) {
      sweeper.tick();
      await sleep(0);
    }
    expect([dust.rounds, windows.rounds]).toEqual([6, 2]);
  });

  it('never runs a sweep twice at a time, nor lets one that failed stop the next', async () => {
    const { sweeper, dust } = await start();
    dust.pauseMs = 30;
    dust.fails = true;
    sweeper.tick();
    sweeper.tick();
    expect(dust.rounds).toBe(1);
    await sleep(60);
    sweeper.tick();
    expect(dust.rounds).toBe(2);
  });

  it('runs by itself, every second', async () => {
    const { dust } = await start();
    await sleep(1_100);
    expect(dust.rounds).toBeGreaterThan(0);
  });

  it('leaves sweeping to the workers', async () => {
    const { sweeper, dust } = await start(['web']);
    sweeper.tick();
    expect(dust.rounds).toBe(0);
  });

  it('waits for a running sweep when it stops', async () => {
    const { sweeper, dust } = await start();
    dust.pauseMs = 50;
    sweeper.tick();
    const before = Date.now();
    await app.close();
    expect(Date.now() - before).toBeGreaterThanOrEqual(45);
    sweeper.tick();
    expect(dust.rounds).toBe(1);
  });

  it('refuses two sweeps of one name', async () => {
    await expect(start(['worker'], DustAgain)).rejects.toThrow('There are two sweeps of the name "dust".');
  });
});
