import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ormOptions } from '#config';
import { createTestDatabase, type TestDatabase } from '../../../../../../test/harness/database.js';
import { Rows } from '../../../../../../test/harness/rows.js';
import { SystemClock } from '../../../platform/clock/index.js';
import { Database, newId } from '../../../platform/database/index.js';
import { Doorbell } from '../../../platform/realtime/index.js';
import { SHOP } from '../answering/test-shop.js';
import { LearnedAnswerers } from '../learned-answerers.js';
import { ModelStore } from './model-store.js';
import { Training } from './training.js';

let db: TestDatabase;
let orm: MikroORM;
let database: Database;
let site: string;
let processes: Process[];

interface Process {
  readonly training: Training;
  readonly answerers: LearnedAnswerers;
  /** The article that answers, or null. */
  ask(question: string): Promise<string | null>;
}

/** What one process has of its own; the others hear of nothing by a bell. */
function aProcess(): Process {
  const training = new Training(database, orm, new SystemClock());
  const answerers = new LearnedAnswerers(new ModelStore(database), training, new Doorbell());
  answerers.onModuleInit();
  const one: Process = {
    training,
    answerers,
    ask: async (question) => (await answerers.of(site)).answer(question, 'en')?.findings[0].article.title ?? null,
  };
  processes.push(one);
  return one;
}

async function publish(title: string, body: string, questions: readonly string[] = []): Promise<string> {
  const id = newId();
  await database.query(
    `insert into knowledge_article (id, website_id, title, body, published, created_at, updated_at) values ($1, $2, $3, $4, true, now(), now())`,
    [id, site, title, body],
  );
  await database.query(
    `insert into knowledge_question (id, article_id, website_id, text, position)
     select gen_random_uuid(), $1, $2, text, position from unnest($3::text[]) with ordinality as given (text, position)`,
    [id, site, questions],
  );
  return id;
}

const models = (): Promise<{ id: string; version: number }[]> =>
  database.query(`select id, version from knowledge_model where website_id = $1 order by version`, [site]);
const versions = async (): Promise<number[]> => (await models()).map(({ version }) => version);

/** The database refuses new models, as a full disk would. */
async function letNothingBeLearned(problem: string): Promise<void> {
  await database.query(`create function refuse_models() returns trigger language plpgsql as $$ begin raise exception '${problem}'; end $$`);
  await database.query(`create trigger refuse_models before insert on knowledge_model execute function refuse_models()`);
}

async function letLearning(): Promise<void> {
  await database.query(`drop trigger if exists refuse_models on knowledge_model`);
  await database.query(`drop function if exists refuse_models`);
}

beforeAll(async () => {
  db = await createTestDatabase();
  orm = await MikroORM.init(ormOptions(db.url, [], []));
  database = new Database(orm);
});

beforeEach(async () => {
  processes = [];
  site = await new Rows(database).website();
  for (const { title, body, questions } of SHOP) await publish(title, body, questions);
});

afterEach(async () => {
  for (const { answerers, training } of processes) {
    answerers.onModuleDestroy();
    await training.onModuleDestroy();
  }
  await letLearning();
});

afterAll(async () => {
  await database.close();
  await orm.close(true);
  await db.drop();
});

describe('learning', () => {
  it('makes one model when two processes are asked at once, and both answer from it', async () => {
    const [here, there] = [aProcess(), aProcess()];
    expect(await Promise.all([here.ask('are you open on sundays'), there.ask('how much is shipping')])).toEqual([
      'Shop opening hours',
      'Delivery times and cost',
    ]);
    expect(await versions()).toEqual([1]);
  });

  it('uses what another process has learned, also after a restart', async () => {
    await aProcess().ask('are you open on sundays');
    const later = aProcess();
    await letNothingBeLearned('must not learn again');
    expect(await later.ask('are you open on sundays')).toBe('Shop opening hours');
    expect(await versions()).toEqual([1]);
  });

  it('makes what was lost again: the rows of a model, or a part of it', async () => {
    await aProcess().ask('are you open on sundays');
    await database.query(`delete from knowledge_model where website_id = $1`, [site]);
    expect(await aProcess().ask('are you open on sundays')).toBe('Shop opening hours');
    await database.query(`delete from knowledge_model_part where model_id in (select id from knowledge_model where website_id = $1)`, [site]);
    expect(await aProcess().ask('are you open on sundays')).toBe('Shop opening hours');
    const [whole] = await database.query<{ n: number }>(
      `select count(*)::int as n from knowledge_model m join knowledge_model_part p on p.model_id = m.id where m.website_id = $1`,
      [site],
    );
    expect(whole!.n).toBeGreaterThan(0);
  });

  it('makes a model again that another version of Baton wrote', async () => {
    await aProcess().ask('are you open on sundays');
    await database.query(`update knowledge_model_part set bytes = '\\x00000000' where position = 0 and model_id = $1`, [(await models())[0]!.id]);
    expect(await aProcess().ask('are you open on sundays')).toBe('Shop opening hours');
  });

  it('that fails keeps the earlier model, says so, and succeeds when it can again', async () => {
    const silenced = quiet();
    const one = aProcess();
    await one.ask('are you open on sundays');
    await publish('Bicycles', 'We repair bicycles.', ['Do you repair bicycles?']);
    await letNothingBeLearned('out of order');
    await untilLooked();
    expect(await one.ask('are you open on sundays')).toBe('Shop opening hours');
    expect(await one.answerers.stateOf(site)).toMatchObject({ state: 'failed', version: 1, problem: 'out of order' });
    expect(silenced.errors()).toBe(1);
    // The same articles are not tried again at every question.
    await one.ask('are you open on sundays');
    expect(silenced.errors()).toBe(1);
    silenced.restore();
    await letLearning();
    const other = aProcess();
    await until(() => other.ask('do you repair bicycles').then((title) => title === 'Bicycles'));
    expect(await other.answerers.stateOf(site)).toMatchObject({ state: 'current', version: 2, failedAt: null, problem: null });
  });

  it('that fails before anything was learned is told to whoever asks', async () => {
    const silenced = quiet();
    const one = aProcess();
    await letNothingBeLearned('out of order');
    await expect(one.ask('are you open on sundays')).rejects.toThrow('out of order');
    silenced.restore();
  });

  it('catches up with what is published while it runs, in every process', async () => {
    const [here, there] = [aProcess(), aProcess()];
    const asked = Promise.all([here.ask('are you open on sundays'), there.ask('are you open on sundays')]);
    await publish('Bicycles', 'We repair bicycles.', ['Do you repair bicycles?']);
    await asked;
    for (const one of [here, there]) await until(() => one.ask('do you repair bicycles').then((title) => title === 'Bicycles'));
    const [{ behind }] = (await database.query<{ behind: boolean }>(
      `select (select count(distinct articles_hash) from knowledge_model where website_id = $1) <> count(*) as behind from knowledge_model where website_id = $1`,
      [site],
    )) as [{ behind: boolean }];
    expect(behind).toBe(false);
  });

  it('never answers from what was taken back, though the model still knows it', async () => {
    const one = aProcess();
    expect(await one.ask('are you open on sundays')).toBe('Shop opening hours');
    await letNothingBeLearned('out of order');
    const silenced = quiet();
    await database.query(`update knowledge_article set published = false, updated_at = now() where website_id = $1 and title like 'Shop%'`, [site]);
    await untilLooked();
    expect(await one.ask('are you open on sundays')).not.toBe('Shop opening hours');
    silenced.restore();
  });

  it('keeps three versions', async () => {
    for (let i = 0; i < 5; i++) {
      await publish(`Extra ${i}`, 'Text.');
      await aProcess().ask('are you open on sundays');
    }
    expect(await versions()).toEqual([3, 4, 5]);
  });

  it('begins when knowledge changes, before anybody asks', async () => {
    await aProcess().answerers.prepare(site);
    await until(async () => (await versions()).length === 1);
  });

  it('ends with the process, leaving nothing half done', async () => {
    const one = aProcess();
    const asked = one.ask('are you open on sundays').catch(() => null);
    await one.training.onModuleDestroy();
    await asked;
    expect((await versions()).length).toBeLessThanOrEqual(1);
    expect(await aProcess().ask('are you open on sundays')).toBe('Shop opening hours');
  });

  it('lets the process go on meanwhile', async () => {
    await manyArticles(300);
    const one = aProcess();
    const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
    await one.ask('are you open on sundays');
    const ownMillis = cpuMillis(process.threadCpuUsage(own));
    // Learning is nearly all of the work, and none of it is done here. Shares do not depend on how busy the machine is.
    expect(ownMillis / cpuMillis(process.cpuUsage(all))).toBeLessThan(0.3);
  });
});

async function manyArticles(count: number): Promise<void> {
  await database.query(
    `with made as (
       insert into knowledge_article (id, website_id, title, body, published, created_at, updated_at)
       select gen_random_uuid(), $1, 'Matter ' || md5(n::text), 'About ' || md5(n::text) || '.', true, now(), now() from generate_series(1, $2::int) n
       returning id)
     insert into knowledge_question (id, article_id, website_id, text, position)
     select gen_random_uuid(), id, $1, 'What about ' || md5(id::text || n) || ' then?', n from made, generate_series(1, 20) n`,
    [site, count],
  );
}

const cpuMillis = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** Past the second for which a process may not know. */
const untilLooked = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));

async function until(condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 15_000;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error('did not happen');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function quiet(): { errors(): number; restore(): void } {
  const { error } = Logger.prototype;
  let count = 0;
  Logger.prototype.error = () => void (count += 1);
  return { errors: () => count, restore: () => void (Logger.prototype.error = error) };
}
