import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Installation, KnowledgeAnswer, KnowledgeArticle, Message, Page, StartedSession, TestAnswer, Website } from '#contracts';
import { OpenAiServer } from '../../../../../test/fakes/openai-server.js';
import { startTestApp, type TestApp } from '../../../../../test/harness/app.js';
import { Database } from '../../platform/database/index.js';
import { hashPassword, Users } from '../auth/index.js';
import { ArticleUse } from '../knowledge/index.js';
import { Websites } from '../websites/index.js';

const PASSWORD = 'correct horse battery';
const HEADER = '{"confidence": 0.9, "answered": true, "topics": [], "complexity": 0.1, "sources": [1]}\n';

let baton: TestApp;
let endpoint: OpenAiServer;
let site: string;
let admin: Client;
let agent: Client;
let stranger: Client;

interface Answer<T> {
  readonly status: number;
  readonly body: T & { code?: string; errors?: { path: string }[] };
}
type Client = <T>(method: string, path: string, body?: object) => Promise<Answer<T>>;

beforeAll(async () => {
  endpoint = await OpenAiServer.start();
  baton = await startTestApp({ env: { BATON_ALLOW_PRIVATE_EGRESS: '127.0.0.0/8' } });
  const database = baton.get(Database);
  const passwordHash = await hashPassword(PASSWORD);
  site = await database.transaction(
    async (tx) => (await baton.get(Websites).create(tx, { kind: 'system' }, { name: 'Shop', allowedOrigins: [] }, new Date())).id,
  );
  const other = await database.transaction(
    async (tx) => (await baton.get(Websites).create(tx, { kind: 'system' }, { name: 'Other', allowedOrigins: [] }, new Date())).id,
  );
  const signedIn = async (name: string, websiteId: string, role: 'admin' | 'agent'): Promise<Client> => {
    const email = `${name}@example.test`;
    await database.transaction((tx) => baton.get(Users).create(tx, { email, name, passwordHash, memberships: [{ websiteId, role }] }, new Date()));
    return logIn(email);
  };
  [admin, agent, stranger] = await Promise.all([
    signedIn('admin', site, 'admin'),
    signedIn('agent', site, 'agent'),
    signedIn('stranger', other, 'admin'),
  ]);
});

afterAll(async () => {
  await baton.close();
  await endpoint.close();
});

function client(headers: Record<string, string>): Client {
  return async (method, path, body) => {
    const json = body ? { 'content-type': 'application/json' } : {};
    const response = await fetch(`${baton.url}/api/v1${path}`, {
      method,
      headers: { 'sec-fetch-site': 'same-origin', ...json, ...headers },
      body: body ? JSON.stringify(body) : null,
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  };
}

async function logIn(email: string): Promise<Client> {
  const response = await fetch(`${baton.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  return client({ cookie: response.headers.get('set-cookie')!.split(';')[0]! });
}

const delivery = { title: 'Delivery', body: 'We deliver within three working days.', questions: ['How long does shipping take?'] };

describe('/knowledge', () => {
  it('writes, lists, finds, answers and deletes', async () => {
    const made = await admin<KnowledgeArticle>('POST', '/knowledge', { websiteId: site, ...delivery, published: true });
    expect(made).toMatchObject({ status: 201, body: { ...delivery, published: true } });
    const path = `/knowledge/${made.body.id}`;
    expect((await agent<Page<KnowledgeArticle>>('GET', `/knowledge?websiteId=${site}&q=ship&limit=1`)).body.items).toEqual([made.body]);
    expect(await agent('GET', path)).toMatchObject({ status: 200, body: { title: 'Delivery' } });
    expect((await agent<KnowledgeAnswer>('POST', '/knowledge/ask', { websiteId: site, text: 'how long is shipping' })).body).toMatchObject({
      answered: true,
      text: delivery.body,
      sources: [{ articleId: made.body.id, quote: delivery.body }],
    });
    expect((await admin<KnowledgeArticle>('PATCH', path, { title: 'Shipping' })).body).toMatchObject({ title: 'Shipping', body: delivery.body });
    expect((await admin('DELETE', path)).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
  });

  it('refuses who is not signed in, what is not theirs, and what they may only read', async () => {
    const { body: made } = await admin<KnowledgeArticle>('POST', '/knowledge', { websiteId: site, ...delivery });
    const outside = client({});
    expect((await outside('GET', '/knowledge')).status).toBe(401);
    expect((await agent('PATCH', `/knowledge/${made.id}`, { title: 'X' })).status).toBe(403);
    expect((await agent('POST', '/knowledge', { websiteId: site, ...delivery })).status).toBe(403);
    for (const [method, path, body] of [
      ['GET', `/knowledge/${made.id}`],
      ['PATCH', `/knowledge/${made.id}`, { title: 'X' }],
      ['DELETE', `/knowledge/${made.id}`],
      ['POST', '/knowledge', { websiteId: site, ...delivery }],
      ['POST', '/knowledge/ask', { websiteId: site, text: 'shipping' }],
    ] as const) {
      expect(await stranger(method, path, body)).toMatchObject({ status: 404 });
    }
  });

  it.each([
    ['title', { title: '  ' }],
    ['title', { title: 7 }],
    ['body', { body: 'x'.repeat(50_001) }],
    ['questions', { questions: ['x'.repeat(501)] }],
    ['questions', { questions: 'How?' }],
    ['language', { language: 'klingonisch!' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['published', { published: 'yes' }],
    ['published', { published: null }],
    ['websiteId', { websiteId: { $ne: null } }],
    ['id', { id: '0190a0a0-0000-7000-8000-000000000000' }],
  ])('names the field %s when it is bad', async (field, bad) => {
    const answer = await admin('POST', '/knowledge', { websiteId: site, ...delivery, ...bad });
    expect(answer).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(answer.body.errors!.map(({ path }) => path)).toContain(field);
  });

  it('does not move an article to another website', async () => {
    const { body: made } = await admin<KnowledgeArticle>('POST', '/knowledge', { websiteId: site, ...delivery });
    expect((await admin('PATCH', `/knowledge/${made.id}`, { websiteId: site })).status).toBe(422);
  });
});

describe('POST /websites/:id/test-answer', () => {
  const test = (who: Client, text: unknown = 'How long does shipping take?'): Promise<Answer<TestAnswer>> =>
    who('POST', `/websites/${site}/test-answer`, { text });

  it('asks the built-in answers', async () => {
    await admin('POST', '/knowledge', { websiteId: site, ...delivery, published: true });
    // Learned within moments, or, on a busy machine, a little later.
    for (let tries = 0; tries < 50 && (await test(admin)).body.outcome !== 'answered'; tries++) await delay(200);
    expect((await test(admin)).body).toMatchObject({
      outcome: 'answered',
      text: delivery.body,
      responder: 'knowledge',
      verdict: { answered: true },
      failure: null,
    });
    expect((await test(admin, 'Can you recommend a film?')).body).toMatchObject({ outcome: 'no_answer', failure: null });
  });

  it('says which rule would fetch a person, before the AI is asked or because of its answer', async () => {
    expect((await test(admin)).body.handoff).toBeNull();
    expect((await test(admin, 'I want to talk to a human being')).body.handoff).toMatchObject({
      stage: 'before_reply',
      trigger: 'requested',
      rule: expect.any(String),
      reason: expect.any(String),
    });
    const unknown = (await test(admin, 'Can you recommend a film?')).body.handoff;
    expect(unknown).toMatchObject({ stage: 'after_reply', trigger: 'confidence_low' });
    await admin('PATCH', `/websites/${site}`, { mode: 'off' });
    expect((await test(admin, 'I want to talk to a human being')).body.handoff).toBeNull();
    await admin('PATCH', `/websites/${site}`, { mode: 'always' });
  });

  it('asks the endpoint a website names, and tells what is wrong with it', async () => {
    const assistant = { responder: 'openai_compatible', baseUrl: endpoint.baseUrl, model: endpoint.model, apiKey: endpoint.apiKey };
    expect((await admin('PATCH', `/websites/${site}`, { assistant })).status).toBe(200);
    endpoint.next({ kind: 'say', text: `${HEADER}Three days.` }, { kind: 'fail', status: 429, message: 'Rate limit reached' });
    expect((await test(admin)).body).toMatchObject({
      outcome: 'answered',
      text: 'Three days.',
      responder: 'openai_compatible',
      verdict: { sources: [{ title: 'Delivery' }] },
    });
    expect((await test(admin)).body).toMatchObject({
      outcome: 'failed',
      failure: 'refused',
      text: null,
      verdict: null,
      detail: '429: Rate limit reached',
    });
    expect((await admin('PATCH', `/websites/${site}`, { assistant: { apiKey: 'sk-another-one' } })).status).toBe(200);
    const wrong = await test(admin);
    expect(wrong.body).toMatchObject({ outcome: 'failed', failure: 'refused' });
    expect(JSON.stringify(wrong.body)).not.toContain('sk-another-one');
  });

  it('is for those who may change the website', async () => {
    expect([(await test(client({}))).status, (await test(agent)).status, (await test(stranger)).status]).toEqual([401, 403, 404]);
    expect((await test(admin, '')).status).toBe(422);
  });
});

describe('a visitor who is answered from an article', () => {
  it('shows in how often the article was used, and that the chat stands on the page', async () => {
    const origin = 'https://shop.example';
    const website = (await admin<Website>('PATCH', `/websites/${site}`, { allowedOrigins: [origin], assistant: { responder: 'knowledge' } })).body;
    const made = await admin<KnowledgeArticle>('POST', '/knowledge', {
      websiteId: site,
      title: 'Do you wrap presents?',
      body: 'Yes, we wrap presents for 3 € each.',
      questions: ['Can you wrap it as a present?', 'Do you offer gift wrapping?'],
      published: true,
    });
    const visitor = client({ origin });
    const page = { title: 'Presents', url: `${origin}/presents?for=ada` };
    const { visitorToken } = (await visitor<StartedSession>('POST', '/widget/sessions', { websiteKey: website.publicKey, page })).body;
    const speaking = client({ origin, authorization: `Bearer ${visitorToken}` });
    await speaking('POST', '/widget/sessions/current/messages', { clientId: randomUUID(), text: 'Do you wrap presents?' });
    for (let authors: string[] = []; !authors.includes('ai');) {
      await delay(20);
      authors = (await speaking<Page<Message>>('GET', '/widget/sessions/current/messages')).body.items.map(({ author }) => author.kind);
    }
    await baton.get(ArticleUse).write();
    expect((await admin<KnowledgeArticle>('GET', `/knowledge/${made.body.id}`)).body.uses).toBe(1);
    expect((await admin<Installation>('GET', `/websites/${site}/installation`)).body.sightings).toMatchObject([
      { origin, allowed: true, pageUrl: `${origin}/presents` },
    ]);
    await client({ origin: 'https://elsewhere.example' })('GET', `/widget/website?websiteKey=${website.publicKey}`);
    expect((await admin<Installation>('GET', `/websites/${site}/installation`)).body.sightings[0]).toMatchObject({
      origin: 'https://elsewhere.example',
      allowed: false,
    });
  });
});
