import { Client } from 'pg';
import type { AskedKnowledge } from '#contracts';
import { percentile } from '../measure/statistics.js';
import type { Sample, Workload } from '../measure/workload.js';
import { questionAbout, seedArticles } from '../stage/article-seeds.js';
import { Calls } from '../stage/calls.js';
import { quietWebsite } from '../stage/conversations.js';
import type { Stage } from '../stage/stage.js';

const FULL_TEXT = 'bare full-text query of Postgres';
const ASKED_PER_ROUND = 200;
/** Every so many questions of those is about something no article knows. */
const UNKNOWN_EVERY = 10;

export const answer: Workload = {
  name: 'answer',
  what: 'which of the articles answers a question, with the sentence that does, by REST and one at a time',
  unit: 'ms at p50',
  quick: true,
  goals: [{ kind: 'ratio', anchor: FULL_TEXT, atMost: 2, tolerance: 1, says: `against ${FULL_TEXT}, at most 2` }],
  async prepare(stage: Stage) {
    const { baton, team, database } = await stage.baton();
    const website = await quietWebsite(team);
    const { key } = await team.apiKeys.create({ name: 'Bench', permissions: ['knowledge.view'] });
    const products = await seedArticles(database, website.id, stage.scale.articles);
    const calls = new Calls(baton.url, 1);
    const ask = (text: string): Promise<AskedKnowledge> =>
      calls.mustPost<AskedKnowledge>(200, '/knowledge/ask', { websiteId: website.id, text }, key);
    const client = new Client({ connectionString: await fullText(stage, database) });
    await client.connect();
    // The first one waits until everything has been learned.
    await ask(questionAbout(products[0]!, 0));
    let asked = 0;

    const round = async (find: (question: string) => Promise<string | null>): Promise<Sample> => {
      const took: number[] = [];
      for (let n = 0; n < ASKED_PER_ROUND; n++) {
        const product = n % UNKNOWN_EVERY === 0 ? null : products[(asked++ * 7) % products.length]!;
        const question = product ? questionAbout(product, n) : 'Zwurbelix quonk?';
        const began = performance.now();
        const articleId = await find(question);
        took.push(performance.now() - began);
        if (articleId !== (product?.articleId ?? null))
          throw new Error(`“${question}” was answered from ${articleId}, not from ${product?.articleId}.`);
      }
      return { value: percentile(took, 50), more: { p99Ms: percentile(took, 99) } };
    };
    return {
      ours: {
        name: 'Baton',
        run: () =>
          round(async (question) => {
            const { answered, sources, text } = await ask(question);
            if (answered && !text?.includes(sources[0]!.quote!))
              throw new Error(`“${question}” was answered by a sentence that is not in the answer.`);
            return answered ? sources[0]!.articleId : null;
          }),
      },
      anchors: [
        {
          name: FULL_TEXT,
          run: () =>
            round(async (question) => {
              const { rows } = await client.query<{ id: string }>({ name: 'find', text: FIND, values: [question] });
              return rows[0]?.id ?? null;
            }),
        },
      ],
      verify: () => Promise.resolve(),
      async close() {
        await client.end();
        await calls.close();
        await stage.clear();
      },
    };
  },
};

/** Any of the question's words, the article that holds most of them first. */
const FIND = /* sql */ `
select id, title, ts_headline('english', body, q, 'MaxFragments=1') as quote
from (
  select id, title, body, q from article cross join (select replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery as q) asked
  where words @@ q order by ts_rank_cd(words, q) desc limit 3
) best`;

/** The same articles with their questions in a table of their own with a full-text index. */
async function fullText(stage: Stage, database: string): Promise<string> {
  const url = await stage.database();
  const [from, to] = [new Client({ connectionString: database }), new Client({ connectionString: url })];
  await Promise.all([from.connect(), to.connect()]);
  const { rows } = await from.query<{ id: string; title: string; body: string; questions: string }>(
    `select a.id, a.title, a.body, string_agg(q.text, ' ') as questions from knowledge_article a join knowledge_question q on q.article_id = a.id group by a.id`,
  );
  await to.query(`create table article (id uuid primary key, title text, body text, words tsvector);
    create index on article using gin (words)`);
  await to.query(
    `insert into article select id, title, body, to_tsvector('english', title || ' ' || body || ' ' || questions)
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as t (id, title, body, questions)`,
    [rows.map(({ id }) => id), rows.map(({ title }) => title), rows.map(({ body }) => body), rows.map(({ questions }) => questions)],
  );
  await to.query('vacuum analyze article');
  await Promise.all([from.end(), to.end()]);
  return url;
}
