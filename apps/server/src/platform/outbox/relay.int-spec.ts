import { Injectable, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '#config';
import { createTestDatabase, type TestDatabase } from '../../../../../test/harness/database.js';
import { Clock, SystemClock } from '../clock/index.js';
import { Database, DatabaseModule } from '../database/index.js';
import { JobsModule } from '../jobs/index.js';
import { SettingsModule } from '../platform.module.js';
import { Doorbell } from '../realtime/index.js';
import { domainEvent, Outbox, OutboxModule, ReactsTo, type Reaction, type RecordedEvent } from './index.js';

const letterSent = domainEvent<{ to: string }>('test.letter_sent');
const nobodyCares = domainEvent<object>('test.nobody_cares');

const told: string[] = [];
const failing = new Set<string>();
let pauseMs = 0;

@Injectable()
@ReactsTo(letterSent)
class CountLettersWhenSent implements Reaction<{ to: string }> {
  async react({ payload }: RecordedEvent<{ to: string }>): Promise<void> {
    told.push(`count ${payload.to}`);
  }
}

@Injectable()
@ReactsTo(letterSent)
class ThankWhenLetterIsSent implements Reaction<{ to: string }> {
  async react({ payload, occurredAt, websiteId }: RecordedEvent<{ to: string }>): Promise<void> {
    if (!(occurredAt instanceof Date) || websiteId !== null) throw new Error('an event that is not whole');
    if (pauseMs > 0) await sleep(pauseMs);
    if (failing.has(payload.to)) throw new Error(`${payload.to} has moved`);
    told.push(`thank ${payload.to}`);
  }
}

@Module({})
class Process {
  static of(url: string, reactions: Type[], env: Record<string, string> = {}): DynamicModule {
    const config = loadConfig({ DATABASE_URL: url, BATON_MIGRATE: 'false', ...env });
    const server = { kind: 'external' as const, url, stop: () => Promise.resolve() };
    return {
      module: Process,
      global: true,
      imports: [SettingsModule.of(config, server), DatabaseModule, JobsModule, OutboxModule],
      providers: [Doorbell, { provide: Clock, useClass: SystemClock }, ...reactions],
      exports: [Doorbell, Clock],
    };
  }
}

describe('the outbox', () => {
  let own: TestDatabase;
  const processes: TestingModule[] = [];

  beforeEach(async () => {
    own = await createTestDatabase();
    told.length = 0;
    failing.clear();
    pauseMs = 0;
  });
  afterEach(async () => {
    for (const process of processes.splice(0)) await process.close();
    await own.drop();
  });

  async function aProcess(
    reactions: Type[] = [CountLettersWhenSent, ThankWhenLetterIsSent],
    env: Record<string, string> = {},
  ): Promise<TestingModule> {
    const process = await Test.createTestingModule({ imports: [Process.of(own.url, reactions, env)] }).compile();
    process.useLogger(false);
    processes.push(process);
    await process.init();
    return process;
  }

  const send = (process: TestingModule, ...to: string[]): Promise<void> =>
    process.get(Database).transaction(async (tx) => {
      for (const name of to) await process.get(Outbox).record(tx, letterSent({ websiteId: null }, { to: name }));
    });

  it('tells everyone who reacts, right after the commit', async () => {
    const process = await aProcess();
    const before = Date.now();
    await send(process, 'Ana');
    await until(() => told.length === 2);
    expect(told.sort()).toEqual(['count Ana', 'thank Ana']);
    expect(Date.now() - before).toBeLessThan(900);
  });

  it('tells nothing that was rolled back', async () => {
    const process = await aProcess();
    const work = process.get(Database).transaction(async (tx) => {
      await process.get(Outbox).record(tx, letterSent({ websiteId: null }, { to: 'Bea' }));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow();
    await send(process, 'Ana');
    await until(() => told.length === 2);
    expect(told.join()).not.toContain('Bea');
  });

  it('hears what another process committed, without its bell', async () => {
    const writer = await aProcess([], { BATON_ROLES: 'web' });
    await aProcess();
    await send(writer, 'Ana');
    await until(() => told.length === 2);
  });

  it('tells once, whatever number of processes relay', async () => {
    const all = await Promise.all([aProcess(), aProcess(), aProcess()]);
    const names = Array.from({ length: 60 }, (_, index) => `friend ${index}`);
    await Promise.all(names.map((name, index) => send(all[index % 3]!, name)));
    await until(() => told.length >= 120);
    await sleep(200);
    expect(new Set(told).size).toBe(120);
    expect(told).toHaveLength(120);
  });

  it('tries again after a failure, the failed one alone, and then it is done', async () => {
    const process = await aProcess();
    failing.add('Cas');
    await send(process, 'Cas');
    await until(() => told.length === 1);
    await until(async () => (await deliveries(process))[0]?.last_error === 'Cas has moved');
    failing.clear();
    await until(() => told.length === 2);
    expect(told).toEqual(['count Cas', 'thank Cas']);
    await until(async () => (await deliveries(process)).every(({ state }) => state === 'done'));
    expect((await deliveries(process)).map(({ attempts }) => attempts)).toEqual([2, 1]);
  });

  it('gives up after very many failures, visibly', async () => {
    const process = await aProcess();
    failing.add('Cas');
    await send(process, 'Cas');
    await until(async () => (await deliveries(process)).some(({ last_error }) => last_error !== null));
    await process.get(Database).query(`update reaction_delivery set attempts = 31, next_attempt_at = now() where state = 'due'`);
    await until(async () => (await deliveries(process)).some(({ state, attempts }) => state === 'dead' && attempts === 32));
  });

  it('lets nobody else take a delivery that is still running, however long it takes', async () => {
    pauseMs = 5_500;
    const process = await aProcess();
    await send(process, 'slow');
    await until(() => told.length === 1);
    await aProcess();
    await until(() => told.length >= 2, 8_000);
    expect(told).toEqual(['count slow', 'thank slow']);
    await until(async () => (await deliveries(process)).every(({ state }) => state === 'done'));
    expect((await deliveries(process)).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it('takes over what a killed process had begun, within seconds', async () => {
    const process = await aProcess();
    await process
      .get(Database)
      .query(
        `insert into domain_event (id, kind, payload, occurred_at, fanned_out_at) values (gen_random_uuid(), 'test.letter_sent', '{"to":"left"}', now(), now())`,
      );
    await process
      .get(Database)
      .query(
        `insert into reaction_delivery (event_id, reaction, state, attempts, next_attempt_at) select id, 'CountLettersWhenSent', 'due', 1, now() + interval '4 seconds' from domain_event`,
      );
    await until(() => told.length === 1, 6_000);
  });

  it('closes events that nobody reacts to', async () => {
    const process = await aProcess();
    await process.get(Database).transaction((tx) => process.get(Outbox).record(tx, nobodyCares({ websiteId: null }, {})));
    await until(async () => (await process.get(Database).query('select from domain_event where fanned_out_at is null')).length === 0);
  });

  it('does not start with a reaction to something that is not an event, or without a reaction in it', async () => {
    @ReactsTo({ kind: 'test.never_defined' } as never)
    class ReactToNothing implements Reaction<object> {
      async react(): Promise<void> {}
    }
    @ReactsTo(letterSent)
    class StandIdly {}
    await expect(aProcess([ReactToNothing])).rejects.toThrow('ReactToNothing reacts to "test.never_defined", which is not a domain event.');
    await expect(aProcess([StandIdly])).rejects.toThrow('StandIdly has no method "react"');
    expect(() => domainEvent('test.letter_sent')).toThrow('defined twice');
  });

  function deliveries(process: TestingModule): Promise<{ state: string; attempts: number; last_error: string | null }[]> {
    return process.get(Database).query('select state, attempts, last_error from reaction_delivery order by reaction desc');
  }
});

async function until(condition: () => boolean | Promise<boolean>, patienceMs = 5_000): Promise<void> {
  for (const deadline = Date.now() + patienceMs; !(await condition()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error('waited in vain');
  }
}
