import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { explain, validateConditions } from '#rules';
import { threadMillis } from '../harness/thread-millis.js';
import { Stage } from './support/stage.js';

/** Nothing that is sent may hold up everybody else for longer. */
const BLOCKED_AT_MOST_MS = 50;

let stage: Stage;
let key: string;
beforeAll(async () => {
  stage = await Stage.set();
  ({ key } = await stage.admin.apiKeys.create({ name: 'attacks', permissions: ['rule.view', 'rule.edit', 'session.view'] }));
}, 60_000);
afterAll(() => stage.end());

const leaf = (more: object = {}): object => ({ fact: 'message.text', operator: 'contains', value: 'x', ...more });
const nested = (depth: number, node: object = leaf()): object => (depth === 0 ? node : { all: [nested(depth - 1, node)] });
const deepText = (depth: number): string => `${'{"all":['.repeat(depth)}${JSON.stringify(leaf())}${']}'.repeat(depth)}`;

async function send(path: string, body: string): Promise<{ status: number; body: any }> {
  const response = await fetch(`${stage.url}/api/v1/rules${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
  });
  return { status: response.status, body: await response.json() };
}
const saving = (conditions: string): string =>
  `{"websiteId":"${stage.shop.id}","name":"x","stage":"before_reply","action":{"type":"tag","tag":"x"},"conditions":${conditions}}`;

describe('a rule that means harm', () => {
  it.each<[string, string, string]>([
    ['an unknown fact', JSON.stringify({ all: [leaf({ fact: 'message.soul' })] }), 'conditions.all.0.fact'],
    ['an unknown operator', JSON.stringify({ any: [leaf(), leaf({ operator: 'eval' })] }), 'conditions.any.1.operator'],
    ['a value of the wrong type', JSON.stringify({ not: leaf({ value: { $ne: null } }) }), 'conditions.not.value'],
    ['nine groups inside one another', JSON.stringify(nested(9)), 'conditions.all.0.all.0.all.0.all.0.all.0.all.0.all.0.all.0'],
    ['a hundred and one nodes', JSON.stringify({ all: Array.from({ length: 100 }, () => leaf()) }), 'conditions.all.99'],
    [
      'a JSONPath that would run code',
      JSON.stringify({ all: [leaf({ path: "$..[?(@.constructor.constructor('return process')())]" })] }),
      'conditions.all.0.path',
    ],
    ['a path to the prototype', JSON.stringify({ all: [leaf({ path: 'constructor.prototype' })] }), 'conditions.all.0.path'],
    ['a fact that is the prototype', JSON.stringify({ all: [leaf({ fact: 'visitor.__proto__' })] }), 'conditions.all.0.fact'],
    ['another fact as value', JSON.stringify({ all: [leaf({ value: { fact: 'visitor.email' } })] }), 'conditions.all.0.value'],
    ['a pattern that looks back', JSON.stringify({ all: [leaf({ operator: 'matches', value: '(a)\\1' })] }), 'conditions.all.0.value'],
    ['a pattern without end', JSON.stringify({ all: [leaf({ operator: 'matches', value: 'a'.repeat(5000) })] }), 'conditions.all.0.value'],
    ['no conditions at all', '[]', 'conditions'],
  ])('by %s is refused with its place, wherever it is sent', async (_, conditions, path) => {
    const validated = await send('/validate', `{"conditions":${conditions}}`);
    expect([validated.status, validated.body.ok, validated.body.errors[0].path]).toEqual([200, false, path]);
    const saved = await send('', saving(conditions));
    expect([saved.status, saved.body.errors[0].path]).toEqual([422, path]);
    const sketch = `{"websiteId":"${stage.shop.id}","stage":"before_reply","conditions":${conditions}}`;
    const tried = await send('/try', `{"text":"x","rule":${sketch}}`);
    const replayed = await send('/replay', `{"from":"2026-01-01","to":"2026-01-02","rule":${sketch}}`);
    for (const { status, body } of [tried, replayed]) expect([status, body.errors[0].path]).toEqual([422, `rule.${path}`]);
    expect((await stage.admin.rules.list({ websiteId: stage.shop.id, limit: 200 })).items.every(({ builtIn }) => builtIn)).toBe(true);
  });

  it.each<[string, () => string, number[]]>([
    ['keys of the prototype', () => `{"conditions":{"all":[{"__proto__":{"fact":"message.text"},"operator":"contains","value":"x"}]}}`, [400, 422]],
    ['keys of the constructor', () => `{"conditions":{"constructor":{"prototype":{"polluted":1}},"all":[]}}`, [400, 422]],
    ['five thousand levels', () => `{"conditions":${deepText(5000)}}`, [422]],
    ['ten thousand conditions', () => `{"conditions":{"all":${JSON.stringify(Array.from({ length: 10_000 }, () => ({ fact: 'a' })))}}}`, [200]],
    ['a megabyte', () => `{"conditions":{"all":[${JSON.stringify(leaf({ value: 'x'.repeat(1 << 20) }))}]}}`, [413]],
    ['a NUL', () => JSON.stringify({ conditions: { all: [leaf({ value: 'a\0b' })] } }), [422]],
  ])('by %s is turned away and holds nobody up', async (_, body, statuses) => {
    const text = body();
    await send('/validate', text);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const busy = process.threadCpuUsage();
    const answer = await send('/validate', text);
    const { user, system } = process.threadCpuUsage(busy);
    delay.disable();
    expect(statuses).toContain(answer.status);
    expect(answer.body.ok).not.toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    // The longest pause, or, where other programs took the processor meanwhile, all the work of this one.
    expect(Math.min(delay.max / 1e6, (user + system) / 1000)).toBeLessThan(BLOCKED_AT_MOST_MS);
  });

  it('is refused by a change as by a new one', async () => {
    const rule = await stage.admin.rules.create({
      websiteId: stage.shop.id,
      name: 'sound',
      stage: 'before_reply',
      conditions: { all: [{ fact: 'message.text', operator: 'contains', value: 'x' }] },
      action: { type: 'tag', tag: 'x' },
    });
    const change = (conditions: unknown) => stage.admin.rules.update(rule.id, { conditions: conditions as never });
    await expect(change({ all: [leaf({ fact: 'message.soul' })] })).rejects.toMatchObject({ errors: [{ path: 'conditions.all.0.fact' }] });
    await expect(change(null)).rejects.toMatchObject({ code: 'input.invalid' });
    expect(await change({ any: [leaf()] })).toMatchObject({ version: 2, conditions: { any: [leaf()] } });
    await stage.admin.rules.remove(rule.id);
  });

  it('by a bomb of a pattern runs in linear time', async () => {
    const conditions = { all: [{ fact: 'message.text', operator: 'matches', value: '^(([a-z])+.)+[A-Z]([a-z])+$' }] };
    expect(validateConditions(conditions, 'before_reply').ok).toBe(true);
    const facts = { 'message.text': 'a'.repeat(10_000) };
    await explain(conditions, facts);
    let asked: Promise<unknown> = Promise.resolve();
    expect(threadMillis(() => void (asked = explain(conditions, facts)))).toBeLessThan(BLOCKED_AT_MOST_MS);
    await asked;
  });

  it('by a cycle is refused', () => {
    const cyclic: { all: unknown[] } = { all: [] };
    cyclic.all.push(cyclic);
    let errors: readonly { path: string }[] = [];
    expect(threadMillis(() => (errors = validateConditions(cyclic).errors))).toBeLessThan(BLOCKED_AT_MOST_MS);
    expect(errors[0]!.path).toMatch(/^conditions\.all\.0/);
  });
});
