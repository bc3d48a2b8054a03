import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Rule, RuleConditions, RuleVersion } from '#contracts';
import { understand } from '#understanding';
import { startTestApp, type TestApp } from '../../../../../test/harness/app.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { aSituation } from '../../../../../test/harness/situation.js';
import { Database } from '../../platform/database/index.js';
import { hashPassword, Users } from '../auth/index.js';
import { TopicBook, Triggers, type Decision } from './index.js';
import { SeedMissingRules } from './seed-missing-rules.js';

const GOLD: RuleConditions = { all: [{ fact: 'visitor.plan', operator: 'equal', value: 'gold' }] };

let app: TestApp;
let neighbour: TestApp;
let database: Database;
let rows: Rows;
let site: string;
let foreign: string;
let admin: Caller;
let agent: Caller;

type Caller = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: any }>;

beforeAll(async () => {
  app = await startTestApp();
  neighbour = await startTestApp({ databaseUrl: app.databaseUrl });
  database = app.get(Database);
  rows = new Rows(database);
}, 60_000);

beforeEach(async () => {
  [site, foreign] = [await aWebsite(), await aWebsite()];
  [admin, agent] = [await signedIn('admin'), await signedIn('agent')];
});

afterAll(async () => {
  await neighbour?.close();
  await app?.close();
});

async function aWebsite(): Promise<string> {
  const id = await rows.website();
  await database.transaction((tx) => app.get(Triggers).seed(tx, id, new Date()));
  return id;
}

async function signedIn(role: 'admin' | 'agent'): Promise<Caller> {
  const email = `${role}-${site}@example.test`;
  const passwordHash = await (hash ??= hashPassword('correct horse battery'));
  await database.transaction((tx) =>
    app.get(Users).create(tx, { email, name: role, passwordHash, memberships: [{ websiteId: site, role }] }, new Date()),
  );
  const login = await fetch(`${app.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'correct horse battery' }),
  });
  const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
  return async (method, path, body) => {
    const response = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: app.url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  };
}
let hash: Promise<string> | undefined;

const custom = (more: object = {}) => ({
  websiteId: site,
  name: 'Gold first',
  stage: 'before_reply',
  conditions: GOLD,
  action: { type: 'handoff', priority: 'urgent' },
  ...more,
});
const decide = (where: TestApp, text = 'hello', websiteId = site): Promise<Decision> =>
  where.get(Triggers).decide({
    stage: 'before_reply',
    websiteId,
    situation: aSituation({
      message: { text, signals: understand(text), repeats: 0 },
      visitor: { email: null, verified: false, attributes: { plan: 'gold' } },
    }),
  });
const builtIn = async (code: string): Promise<Rule> =>
  ((await admin('GET', `/rules?websiteId=${site}`)).body as Page<Rule>).items.find((rule) => rule.code === code)!;

describe('the rules of a website', () => {
  it('begin with the built-in ones, in the order they run', async () => {
    const { items, nextCursor } = (await admin('GET', `/rules?websiteId=${site}`)).body as Page<Rule>;
    expect(items.map((rule) => rule.code)).toEqual([
      'team_away',
      'asked_by_button',
      'asked_by_api',
      'opened_by_agent',
      'asked_in_words',
      'safety',
      'legal',
      'personal_data',
      'complaint',
      'billing',
      'ai_unavailable',
      'billing',
      'complex_query',
      'no_answer',
      'below_threshold',
      'two_weak_answers',
      'time_limit',
    ]);
    expect(items.every((rule) => rule.builtIn && rule.mode === 'live' && rule.version === 1)).toBe(true);
    expect(items.filter((rule) => !rule.enabled).map((rule) => rule.code)).toEqual(['team_away', 'safety', 'personal_data', 'time_limit']);
    expect(nextCursor).toBeNull();
  });

  it('are seeded once, however often', async () => {
    await database.transaction((tx) => app.get(Triggers).seed(tx, site, new Date()));
    expect((await admin('GET', `/rules?websiteId=${site}`)).body.items).toHaveLength(17);
  });

  it('get what a later version brings, switched off', async () => {
    await database.query(`delete from trigger_rule where website_id = $1 and built_in_key = 'complex_query'`, [site]);
    await app.get(SeedMissingRules).onApplicationBootstrap();
    expect(await builtIn('complex_query')).toMatchObject({ enabled: false, mode: 'live', version: 1 });
  });

  it('come in pages', async () => {
    const first = (await admin('GET', `/rules?websiteId=${site}&limit=10`)).body as Page<Rule>;
    const second = (await admin('GET', `/rules?websiteId=${site}&limit=10&cursor=${first.nextCursor}`)).body as Page<Rule>;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([10, 7, null]);
    expect(new Set([...first.items, ...second.items].map((rule) => rule.id)).size).toBe(17);
  });

  it('decide, with a reason, evidence and the version that decided', async () => {
    const { fired, shadow } = await decide(app, 'Let me talk to a person about my refund');
    expect(fired.map((rule) => [rule.trigger, rule.code, rule.reason])).toEqual([
      ['requested', 'asked_in_words', 'Asked for a person: “talk to a person”'],
      ['sensitive_topic', 'billing', 'Writes about billing: “refund”'],
    ]);
    expect(fired[0]).toMatchObject({
      version: 1,
      evidence: { all: [{ fact: 'message.asksForHuman', factValue: true, result: true }], result: true },
    });
    expect(shadow).toEqual([]);
  });

  it('remember what they decided', async () => {
    const session = await rows.session({ websiteId: site });
    const decision = await decide(app, 'I want to talk to a person');
    await database.transaction((tx) =>
      app
        .get(Triggers)
        .remember(tx, { websiteId: site, sessionId: session.id, seq: 1, stage: 'before_reply', decision, acted: new Set(), now: new Date() }),
    );
    const kept = await database.query(`select rule_id, rule_version, seq, fired, shadow, evidence from rule_decision where session_id = $1`, [
      session.id,
    ]);
    expect(kept).toEqual([
      { rule_id: decision.fired[0]!.ruleId, rule_version: 1, seq: 1, fired: true, shadow: false, evidence: decision.fired[0]!.evidence },
    ]);
  });
});

describe('an admin’s own rule', () => {
  it('takes effect at once, and in another process within two seconds', async () => {
    await decide(neighbour);
    const { status, body } = await admin('POST', '/rules', custom());
    expect([status, body.trigger, body.code, body.builtIn, body.version]).toEqual([201, 'custom_rule', 'custom_rule', false, 1]);
    expect((await decide(app)).fired).toMatchObject([
      { name: 'Gold first', reason: 'The rule “Gold first” applies.', action: { type: 'handoff', priority: 'urgent' } },
    ]);
    const deadline = Date.now() + 2000;
    while ((await decide(neighbour)).fired.length === 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await decide(neighbour)).fired).toHaveLength(1);
    expect((await decide(app, 'hello', foreign)).fired).toEqual([]);
  });

  it('in shadow decides and nothing follows', async () => {
    await admin('POST', '/rules', custom({ mode: 'shadow' }));
    const { fired, shadow } = await decide(app);
    expect([fired.length, shadow.length]).toEqual([0, 1]);
  });

  it('keeps every version, and goes back to an old one', async () => {
    const { id } = (await admin('POST', '/rules', custom())).body as Rule;
    const silver = { all: [{ fact: 'visitor.plan', operator: 'equal', value: 'silver' }] };
    expect((await admin('PATCH', `/rules/${id}`, { conditions: silver, name: 'Silver first' })).body).toMatchObject({
      version: 2,
      name: 'Silver first',
      conditions: silver,
    });
    expect((await decide(app)).fired).toEqual([]);
    const late = await admin('PATCH', `/rules/${id}`, { name: 'Gold last', ifVersion: 1 });
    expect([late.status, late.body.code, late.body.details.updatedBy.name]).toEqual([409, 'rule.changed', 'admin']);
    expect((await admin('POST', `/rules/${id}/rollback`, { version: 1 })).body).toMatchObject({ version: 3, conditions: GOLD });
    expect((await decide(app)).fired[0]).toMatchObject({ version: 3 });
    const { items } = (await admin('GET', `/rules/${id}/versions`)).body as Page<RuleVersion>;
    expect(items.map((version) => [version.version, version.author?.name])).toEqual([
      [3, 'admin'],
      [2, 'admin'],
      [1, 'admin'],
    ]);
    expect((await admin('POST', `/rules/${id}/rollback`, { version: 9 })).body.code).toBe('rule_version.not_found');
    const audit = await database.query<{ action: string }>(`select action from audit_entry where subject_id = $1 order by id`, [id]);
    expect(audit.map((entry) => entry.action)).toEqual(['rule.created', 'rule.updated', 'rule.rolled_back']);
  });

  it('that is broken is refused at its exact place, and the last good version stays', async () => {
    const { id } = (await admin('POST', '/rules', custom())).body as Rule;
    const broken = { all: [{ any: [{ fact: 'visitor.plan', operator: 'matches', value: '(' }] }] };
    const { status, body } = await admin('PATCH', `/rules/${id}`, { conditions: broken });
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'input.invalid', 'conditions.all.0.any.0.value']);
    expect((await decide(app)).fired[0]).toMatchObject({ version: 1 });
  });

  it.each<[what: string, more: object, path: string]>([
    ['a fact of a later stage', { conditions: { all: [{ fact: 'ai.confidence', operator: 'lessThan', value: 0.5 }] } }, 'conditions.all.0.fact'],
    [
      'too many conditions',
      { conditions: { all: Array(101).fill({ fact: 'message.length', operator: 'lessThan', value: 1 }) } },
      'conditions.all.99',
    ],
    ['no conditions', { conditions: null }, 'conditions'],
    ['a stage nobody knows', { stage: 'midnight' }, 'stage'],
    ['an action nobody knows', { action: { type: 'dance' } }, 'action.type'],
    ['words in what is no language', { action: { type: 'offer', messages: { '?': 'x' } } }, 'action.messages'],
    [
      'a fact that the clock does not know',
      { stage: 'clock', conditions: { all: [{ fact: 'message.text', operator: 'contains', value: 'x' }] } },
      'conditions.all.0.fact',
    ],
    ['a tag action without a tag', { action: { type: 'tag' } }, 'action.tag'],
    ['another website’s team', { action: { type: 'handoff', teamId: '01990000-0000-7000-8000-000000000009' } }, 'action.teamId'],
    ['an empty name', { name: ' ' }, 'name'],
    ['a trigger of its own choice', { trigger: 'requested' }, 'trigger'],
  ])('is refused with %s', async (_, more, path) => {
    const { status, body } = await admin('POST', '/rules', custom(more));
    expect([status, body.errors?.[0]?.path]).toEqual([422, path]);
  });

  it('can be deleted; a built-in one can only be switched off', async () => {
    const { id } = (await admin('POST', '/rules', custom())).body as Rule;
    expect((await admin('DELETE', `/rules/${id}`)).status).toBe(204);
    expect((await decide(app)).fired).toEqual([]);
    const words = await builtIn('asked_in_words');
    expect((await admin('DELETE', `/rules/${words.id}`)).body.code).toBe('rule.built_in');
    await admin('PATCH', `/rules/${words.id}`, { enabled: false });
    expect((await decide(app, 'talk to a person')).fired).toEqual([]);
  });
});

describe('the confidence threshold', () => {
  const ofWebsite = async (): Promise<number> =>
    (await database.query<{ t: number }>(`select confidence_threshold as t from website where id = $1`, [site]))[0]!.t;

  it('is the same in the rule and at the website, wherever it is changed', async () => {
    const rule = await builtIn('below_threshold');
    await admin('PATCH', `/rules/${rule.id}`, { conditions: { all: [{ fact: 'ai.confidence', operator: 'lessThan', value: 0.7 }] } });
    expect(await ofWebsite()).toBe(0.7);
    await database.transaction((tx) => app.get(Triggers).setConfidenceThreshold(tx, site, 0.35, null, new Date()));
    expect(await ofWebsite()).toBe(0.35);
    expect(await builtIn('below_threshold')).toMatchObject({ version: 3, conditions: { all: [{ value: 0.35 }] } });
    await admin('POST', `/rules/${rule.id}/rollback`, { version: 2 });
    expect(await ofWebsite()).toBe(0.7);
  });
});

describe('trying a rule', () => {
  it('says whether it would fire, and why', async () => {
    const rule = { ...custom(), conditions: { all: [{ fact: 'message.topics', operator: 'contains', value: 'billing' }] } };
    expect((await admin('POST', '/rules/try', { rule, text: 'I want my money back' })).body).toMatchObject({
      fired: true,
      evidence: { all: [{ fact: 'message.topics', operator: 'contains', value: 'billing', factValue: ['billing'], result: true }], result: true },
    });
    expect((await admin('POST', '/rules/try', { rule, text: 'hello' })).body).toMatchObject({ fired: false, evidence: { result: false } });
    expect((await admin('POST', '/rules/try', { rule: { conditions: { all: [] } }, text: '' })).body.errors[0].path).toBe('rule.conditions.all');
    expect((await admin('POST', '/rules/try', { rule: { ...rule, websiteId: foreign }, text: '' })).status).toBe(404);
  });

  it('validates a document without storing it, and shows the facts there are', async () => {
    expect((await agent('POST', '/rules/validate', { conditions: GOLD })).body).toEqual({ ok: true, errors: [] });
    expect((await agent('POST', '/rules/validate', { conditions: { all: [{ fact: 'no.such', operator: 'equal', value: 1 }] } })).body).toEqual({
      ok: false,
      errors: [{ path: 'conditions.all.0.fact', message: 'there is no fact “no.such”' }],
    });
    expect((await agent('POST', '/rules/validate', {})).body.ok).toBe(false);
    expect((await agent('GET', '/rules/facts')).body.items.length).toBeGreaterThan(25);
  });
});

describe('another website’s rules', () => {
  it('are not there', async () => {
    const [{ id }] = (await database.query<{ id: string }>(`select id from trigger_rule where website_id = $1 limit 1`, [foreign])) as [
      { id: string },
    ];
    const answers = await Promise.all([
      admin('GET', `/rules/${id}`),
      admin('PATCH', `/rules/${id}`, { enabled: false }),
      admin('DELETE', `/rules/${id}`),
      admin('GET', `/rules/${id}/versions`),
      admin('POST', `/rules/${id}/rollback`, { version: 1 }),
      admin('POST', '/rules', custom({ websiteId: foreign })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await admin('GET', '/rules')).body.items.every((rule: Rule) => rule.websiteId === site)).toBe(true);
    expect((await admin('GET', `/rules?websiteId=${foreign}`)).body.items).toEqual([]);
  });

  it('and one’s own are read-only without the permission to edit', async () => {
    const { id } = await builtIn('billing');
    expect((await agent('GET', `/rules/${id}`)).status).toBe(200);
    expect((await agent('PATCH', `/rules/${id}`, { enabled: false })).status).toBe(403);
    expect((await agent('POST', '/rules', custom())).status).toBe(403);
  });
});

describe('a website’s topics', () => {
  const vip = (added = ['gold card']) => ({ key: 'vip', label: 'VIP', words: [{ language: 'en', added, off: [] }] });
  const save = (version: number, topics: unknown[]) => admin('PUT', `/websites/${site}/topics`, { version, topics });
  const aboutVip = { all: [{ fact: 'message.topics', operator: 'contains', value: 'vip' }] };
  const found = async (where: TestApp, text: string) => understand(text, { topics: await where.get(TopicBook).of(site) }).topics;

  it('change what rules see, in all processes and for no other website', async () => {
    expect((await admin('GET', `/websites/${site}/topics`)).body).toEqual({ version: 0, topics: [], updatedAt: null, updatedBy: null });
    expect((await admin('POST', '/rules', custom({ conditions: aboutVip }))).body.errors[0]).toEqual({
      path: 'conditions.all.0.value',
      message: 'must be one of billing, complaint, legal, safety, personal_data',
    });
    const off = { key: 'billing', label: null, words: [{ language: 'en', added: ['membership  dues'], off: ['invoice'] }] };
    await found(neighbour, 'remembers that there is nothing');
    const saved = await save(0, [vip(), off]);
    expect(saved).toMatchObject({ status: 200, body: { version: 1, updatedBy: { name: 'admin' }, topics: [{ key: 'vip' }, { key: 'billing' }] } });
    expect(Object.keys(await found(app, 'my gold card'))).toEqual(['vip']);
    expect(Object.keys(await found(app, 'my invoice'))).toEqual([]);
    expect(Object.keys(await found(app, 'my membership dues'))).toEqual(['billing']);
    const deadline = Date.now() + 2000;
    while (!('vip' in (await found(neighbour, 'my gold card'))) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(Object.keys(await found(neighbour, 'my gold card'))).toEqual(['vip']);
    expect((await app.get(TopicBook).of(foreign)).keys).toEqual([]);

    const rule = await admin('POST', '/rules', custom({ conditions: aboutVip }));
    expect(rule.status).toBe(201);
    expect((await admin('POST', '/rules/try', { rule: rule.body, text: 'my gold card' })).body.fired).toBe(true);
    expect((await admin('POST', '/rules/validate', { conditions: aboutVip, websiteId: site })).body.ok).toBe(true);
    expect((await admin('POST', '/rules/validate', { conditions: aboutVip })).body.ok).toBe(false);
    expect((await admin('POST', '/rules/validate', { conditions: aboutVip, websiteId: foreign })).status).toBe(404);
  });

  it('are versions, each with its author, and any can come back', async () => {
    await save(0, [vip()]);
    expect(await save(0, [])).toMatchObject({ status: 409, body: { code: 'topics.changed', details: { version: 1 } } });
    await save(1, [vip(['platinum'])]);
    expect((await admin('POST', `/websites/${site}/topics/rollback`, { version: 1 })).body).toMatchObject({ version: 3, topics: [vip()] });
    const { items } = (await agent('GET', `/websites/${site}/topics/versions`)).body;
    expect(items.map((each: { version: number; author: { name: string } }) => [each.version, each.author.name])).toEqual([
      [3, 'admin'],
      [2, 'admin'],
      [1, 'admin'],
    ]);
    const audited = await database.query(`select action, details from audit_entry where subject_id = $1 and action like 'topics.%' order by at, id`, [
      site,
    ]);
    expect(audited).toMatchObject([{ action: 'topics.updated' }, { action: 'topics.updated' }, { action: 'topics.rolled_back', details: { to: 1 } }]);
  });

  it('name the field that is wrong, and keep what was there', async () => {
    const path = async (topics: unknown[]) => (await save(0, topics)).body.errors[0].path;
    expect(await path([vip(['fine', '!!'])])).toBe('topics.0.words.0.added.1');
    expect(await path([{ ...vip(), key: 'Bad Key' }])).toBe('topics.0.key');
    expect(await path([{ ...vip(), label: 'x'.repeat(61) }])).toBe('topics.0.label');
    expect(await path([vip(Array.from({ length: 201 }, (_, i) => `w${i}`))])).toBe('topics.0.words.0.added');
    expect(await path([{ ...vip(), words: [{ language: 'xx', added: [], off: [] }] }])).toBe('topics.0.words.0.language');
    expect((await admin('GET', `/websites/${site}/topics`)).body.version).toBe(0);
    expect((await agent('PUT', `/websites/${site}/topics`, { version: 0, topics: [] })).status).toBe(403);
    expect((await admin('GET', `/websites/${foreign}/topics`)).status).toBe(404);
  });

  it('stay while a rule asks for them', async () => {
    await save(0, [vip()]);
    const rule = await admin('POST', '/rules', custom({ conditions: { not: aboutVip } }));
    expect((await save(1, [])).body.errors).toEqual([
      { path: 'topics', message: 'the rule “Gold first” asks for the topic “vip”; change the rule first' },
    ]);
    await admin('DELETE', `/rules/${rule.body.id}`);
    expect((await save(1, [])).status).toBe(200);
  });

  it('can be tried on a sentence before they are saved', async () => {
    const trial = await agent('POST', `/websites/${site}/topics/try`, { text: 'An invoice for my gold card', topics: [vip()] });
    expect(trial.body).toMatchObject({
      topics: [
        { key: 'billing', label: null, counts: true, evidence: [{ start: 3, end: 10 }] },
        { key: 'vip', label: 'VIP', counts: true, evidence: [{ text: 'gold' }, { text: 'card' }] },
      ],
    });
    expect((await agent('GET', '/topics/built-in')).body.items).toHaveLength(40);
  });
});
