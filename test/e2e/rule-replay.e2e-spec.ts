import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReplayLine, RuleConditions } from '#contracts';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { Stage, until } from './support/stage.js';

let stage: Stage;
/** A conversation about gold that the AI answered, one that a person was called to, and a quiet one. */
let gold: string;
let called: string;
let quiet: string;

const span = () => ({ from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString() });
const aboutDelivery: RuleConditions = { all: [{ fact: 'message.text', operator: 'contains', value: 'delivery' }] };
const isGold: RuleConditions = { all: [{ fact: 'visitor.plan', operator: 'equal', value: 'gold' }] };
const sketch = (conditions: RuleConditions, stageOfRule: 'before_reply' | 'after_reply' | 'clock' = 'before_reply') => ({
  websiteId: stage.shop.id,
  stage: stageOfRule,
  conditions,
});

beforeAll(async () => {
  stage = await Stage.set();
  const ask = async (text: string, more: object = {}, answered = true) => {
    const { visitor, seen, sessionId } = await stage.visitor(more);
    await visitor.send(text);
    await until(() => (answered ? seen.some(({ author }) => author.kind === 'ai') : visitor.session?.owner === 'queue'));
    return sessionId;
  };
  gold = await ask('How long does delivery take?', { visitor: { attributes: { plan: 'gold', seats: 3 } } });
  called = await ask('I want to talk to a person about my delivery', {}, false);
  quiet = await ask('When will my order arrive?');
  // The end of a turn is written beside its answer.
  await until(async () => {
    const [row] = await stage.server
      .get(Database)
      .query<{ n: number }>(`select count(*)::int as n from ai_turn where state = 'done' and situation is not null`);
    return row!.n === 3;
  });
}, 60_000);
afterAll(() => stage.end());

describe('a replay', () => {
  it('says where a rule would have fired, and how that differs from what happened', async () => {
    const progress: number[] = [];
    const result = await stage.admin.rules.replay({ rule: sketch(aboutDelivery), ...span() }, { onProgress: ({ done }) => progress.push(done) });
    expect(result).toMatchObject({
      sessions: 3,
      fired: 2,
      incomplete: 0,
      actual: { both: 1, onlyRule: 1, onlyActual: 0, neither: 1 },
      missed: [],
    });
    expect(progress[0]).toBe(0);
    expect(result.at).toMatchObject([
      { sessionId: called, seq: 1, actual: true, text: 'I want to talk to a person about my delivery' },
      { sessionId: gold, seq: 1, actual: false, evidence: { result: true, all: [{ factValue: 'How long does delivery take?' }] } },
    ]);
    expect(result.addedPerDay.reduce((sum, { handoffs }) => sum + handoffs, 0)).toBe(1);
    expect(result.byHour.reduce((sum, handoffs) => sum + handoffs, 0)).toBe(1);
  });

  it('knows facts as they were, also those that changed since', async () => {
    await stage.server.get(Database).query(`update visitor set attributes = '{"plan": "silver"}', updated_at = now()`);
    const { fired, at, actual, missed } = await stage.admin.rules.replay({ rule: sketch(isGold), ...span() });
    expect([fired, at[0]?.sessionId, actual]).toEqual([1, gold, { both: 0, onlyRule: 1, onlyActual: 1, neither: 1 }]);
    expect(missed).toMatchObject([{ sessionId: called, seq: 1, trigger: 'requested', code: 'asked_in_words' }]);
    const answered = await stage.admin.rules.replay({
      rule: sketch({ all: [{ fact: 'ai.confidence', operator: 'greaterThan', value: 0.5 }] }, 'after_reply'),
      ...span(),
    });
    expect(answered.at.map(({ sessionId }) => sessionId)).toEqual([quiet, gold]);
  });

  it('asks rules by the clock at the moments that matter to them', async () => {
    const long = (seconds: number) => sketch({ all: [{ fact: 'session.seconds', operator: 'greaterThanInclusive', value: seconds }] }, 'clock');
    expect(await stage.admin.rules.replay({ rule: long(0), ...span() })).toMatchObject({ fired: 3 });
    expect(await stage.admin.rules.replay({ rule: long(86_000), ...span() })).toMatchObject({ fired: 0 });
  });

  it('shows a rule one past session, with every fact of the moment', async () => {
    const trial = await stage.admin.rules.try({ rule: sketch(isGold), sessionId: gold });
    expect(trial).toMatchObject({ fired: true, at: { sessionId: gold, seq: 1, complete: true } });
    expect(trial.facts).toMatchObject({ 'visitor.plan': 'gold', 'message.text': 'How long does delivery take?', 'session.messages': 1 });
    await expect(stage.admin.rules.try({ rule: sketch(isGold), sessionId: gold, text: 'x' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(stage.admin.rules.try({ rule: sketch(isGold), sessionId: stage.shop.id })).rejects.toMatchObject({ code: 'session.not_found' });
  });

  it('is refused to whoever may not read the sessions, and never looks into another website', async () => {
    const other = await stage.admin.websites.create({ name: 'Other', allowedOrigins: [] });
    const elsewhere = await stage.person('Eve', [{ websiteId: other.id, role: 'admin' }]);
    await expect(elsewhere.rules.replay({ rule: sketch(isGold), ...span() })).rejects.toMatchObject({ code: 'website.not_found' });
    const theirs = { ...sketch(aboutDelivery), websiteId: other.id };
    expect(await elsewhere.rules.replay({ rule: theirs, ...span() })).toMatchObject({ sessions: 0, fired: 0, at: [] });
    await expect(elsewhere.rules.try({ rule: theirs, sessionId: gold })).rejects.toMatchObject({ code: 'session.not_found' });
    await expect(stage.admin.rules.replay({ rule: { conditions: isGold }, ...span() })).rejects.toMatchObject({ code: 'input.invalid' });
    const broken = { ...sketch(isGold), conditions: { all: [{ fact: 'visitor.plan', operator: 'matches', value: '(' }] } };
    await expect(stage.admin.rules.replay({ rule: broken, ...span() })).rejects.toMatchObject({ errors: [{ path: 'rule.conditions.all.0.value' }] });
  });

  it('comes line by line to who asks for lines, and as one answer to who does not', async () => {
    const { apiKey } = { apiKey: (await stage.admin.apiKeys.create({ name: 'replays', permissions: ['rule.view', 'session.view'] })).key };
    const post = (accept: string, body: object) =>
      fetch(`${stage.url}/api/v1/rules/replay`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, accept, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const lines = await post('application/x-ndjson', { rule: sketch(aboutDelivery), ...span() });
    expect(lines.headers.get('content-type')).toContain('application/x-ndjson');
    const told = (await lines.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ReplayLine);
    expect([told[0], told.at(-1)?.type]).toEqual([{ type: 'progress', done: 0, of: 3, fired: 0 }, 'result']);
    expect(await (await post('application/json', { rule: sketch(aboutDelivery), ...span(), limit: 1 })).json()).toMatchObject({ sessions: 1 });
    expect((await post('application/x-ndjson', { rule: sketch(aboutDelivery), from: 'x', to: 'y' })).status).toBe(422);
  });
});

describe('what rules decided', () => {
  it('is counted by day and listed with its evidence', async () => {
    const [rule] = (await stage.admin.rules.list({ websiteId: stage.shop.id })).items.filter(({ code }) => code === 'asked_in_words');
    const counts = (await stage.admin.rules.counts({ websiteId: stage.shop.id, days: 7 })).items;
    expect(counts.find(({ ruleId }) => ruleId === rule!.id)).toEqual({ ruleId: rule!.id, fired: 1, shadowFired: 0, byDay: [0, 0, 0, 0, 0, 0, 1] });
    expect(counts.filter(({ fired }) => fired === 0).length).toBeGreaterThan(5);
    const { items } = await stage.admin.rules.decisions(rule!.id, { fired: true });
    expect(items).toMatchObject([{ sessionId: called, seq: 1, version: 1, mode: 'live', fired: true, acted: true, evidence: { result: true } }]);
    expect(await stage.admin.rules.comparison(rule!.id)).toEqual({ both: 1, onlyRule: 0, onlyActual: 0, neither: 2 });
  });

  it('leads to facts that visitors of the website have', async () => {
    const { items, attributes } = await stage.admin.rules.facts(stage.shop.id);
    expect(attributes.map(({ name, types }) => [name, types])).toEqual([
      ['plan', ['string']],
      ['seats', ['number']],
    ]);
    expect(items.find(({ name }) => name === 'message.topics')).toMatchObject({ values: expect.arrayContaining(['billing']) });
    expect((await stage.admin.rules.facts()).attributes).toEqual([]);
  });
});
