import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import type { Website } from '#contracts';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { ackOf, online, pathsIn, refusalOf, refused, rest, socketTo } from './support/raw.js';
import { ELSEWHERE, SHOP, Stage, until, type VisitorOnStage } from './support/stage.js';

let stage: Stage;
let vic: VisitorOnStage;
let theirs: { site: Website; sessionId: string };
let apiKey: string;
let visitorSocket: Socket;
let agentSocket: Socket;

const asVisitor = (): Record<string, string> => ({ authorization: `Bearer ${vic.token}`, origin: SHOP });
const asAgent = (): Record<string, string> => ({ authorization: `Bearer ${apiKey}` });
const message = (text: unknown = 'Hello'): Record<string, unknown> => ({ clientId: crypto.randomUUID(), text });

/** An agent of the shop alone, a visitor of it, and another website with a session the agent has no business with. */
beforeAll(async () => {
  stage = await Stage.set();
  vic = await stage.visitor();
  const site = await stage.admin.websites.create({ name: 'Elsewhere', allowedOrigins: [ELSEWHERE] });
  const stranger = await stage.visitor({ websiteKey: site.publicKey, origin: ELSEWHERE });
  theirs = { site, sessionId: stranger.sessionId };
  const shopAgent = await stage.person('Cleo', [{ websiteId: stage.shop.id, role: 'admin' }]);
  apiKey = (
    await shopAgent.apiKeys.create({
      name: 'shop',
      permissions: ['handoff.view', 'session.view', 'session.reply', 'handoff.claim'],
      websiteId: stage.shop.id,
    })
  ).key;
  visitorSocket = await online(socketTo(stage.url, '/visitor', { token: vic.token }, { origin: SHOP }));
  agentSocket = await online(socketTo(stage.url, '/agent', { apiKey }));
}, 60_000);
afterAll(async () => {
  visitorSocket.disconnect();
  agentSocket.disconnect();
  await stage.end();
});

describe('what makes no sense is refused alike on REST and socket, naming the field', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['clientId', 'text']],
    ['no text', { clientId: crypto.randomUUID() }, ['text']],
    ['an empty text', message(''), ['text']],
    ['a blank text', message(' \n\t '), ['text']],
    ['too long a text', message('x'.repeat(8001)), ['text']],
    ['a number for a text', message(5), ['text']],
    ['an object for a text', message({ $ne: null }), ['text']],
    ['a list for a text', message(['Hello']), ['text']],
    ['a NUL in the text', message('a\0b'), ['text']],
    ['half a character', message('\ud83d'), ['text']],
    ['a clientId that is none', { clientId: '1', text: 'Hello' }, ['clientId']],
    ['a forged author', { ...message(), author: { kind: 'agent', name: 'Ana' } }, ['author']],
    ['a seq of its own', { ...message(), seq: 1 }, ['seq']],
    ['an epoch in words', { ...message(), epoch: 'two' }, ['epoch']],
    ['files nobody can send yet', { ...message(), attachmentIds: [crypto.randomUUID()] }, ['attachmentIds']],
  ])('%s', async (_, body, paths) => {
    const overRest = await rest(stage.url, 'POST', '/widget/sessions/current/messages', body, asVisitor());
    expect({ status: overRest.status, code: overRest.body.code, paths: pathsIn(overRest.body) }).toEqual({
      status: 422,
      code: 'input.invalid',
      paths,
    });
    expect(await refused(visitorSocket, 'message.send', body)).toEqual({ code: 'input.invalid', paths });

    const asTeam = await rest(stage.url, 'POST', `/sessions/${vic.sessionId}/messages`, body, asAgent());
    expect({ status: asTeam.status, paths: pathsIn(asTeam.body) }).toEqual({ status: 422, paths });
    expect(await refused(agentSocket, 'message.send', { ...(body as object), sessionId: vic.sessionId })).toEqual({ code: 'input.invalid', paths });
  });

  it('what is not even JSON', async () => {
    expect(await rest(stage.url, 'POST', '/widget/sessions/current/messages', '{"text":', asVisitor())).toMatchObject({
      status: 400,
      body: { code: 'input.malformed' },
    });
    expect(await rest(stage.url, 'POST', '/widget/sessions/current/messages', '[]', asVisitor())).toMatchObject({ status: 422 });
    const form = await rest(stage.url, 'POST', '/widget/sessions/current/messages', 'text=Hello', {
      ...asVisitor(),
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form).toMatchObject({ status: 415, body: { code: 'input.not_json' } });
  });

  it('five megabytes', async () => {
    const huge = message('x'.repeat(5 * 1024 * 1024));
    expect(await rest(stage.url, 'POST', '/widget/sessions/current/messages', huge, asVisitor())).toMatchObject({
      status: 413,
      body: { code: 'input.too_large' },
    });
    const doomed = await online(socketTo(stage.url, '/visitor', { token: vic.token }, { origin: SHOP }));
    doomed.emit('message.send', huge);
    await until(() => !doomed.connected);
    expect(await ackOf(visitorSocket, 'typing', { on: false })).toEqual({ ok: true });
  });

  it('a session that is not there, or not theirs to see: nobody can tell which', async () => {
    for (const sessionId of [crypto.randomUUID(), theirs.sessionId]) {
      const answers = await Promise.all([
        rest(stage.url, 'GET', `/sessions/${sessionId}`, undefined, asAgent()),
        rest(stage.url, 'GET', `/sessions/${sessionId}/messages`, undefined, asAgent()),
        rest(stage.url, 'POST', `/sessions/${sessionId}/messages`, message(), asAgent()),
      ]);
      expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual(Array(3).fill('404 session.not_found'));
      const events: [string, object][] = [
        ['session.watch', { afterSeq: 0 }],
        ['message.send', message()],
        ['typing', { on: true }],
        ['read', { seq: 1 }],
      ];
      for (const [event, body] of events) {
        expect(await refused(agentSocket, event, { ...body, sessionId })).toEqual({ code: 'session.not_found', paths: [] });
      }
    }
    expect(await refused(agentSocket, 'inbox.watch', { websiteIds: [theirs.site.id] })).toMatchObject({ code: 'website.not_found' });
    expect(await refused(agentSocket, 'session.watch', { sessionId: 'website:*:inbox', afterSeq: 0 })).toEqual({
      code: 'input.invalid',
      paths: ['sessionId'],
    });
  });

  it('an act that was never allowed', async () => {
    const reader = await stage.person('Rea', [{ websiteId: stage.shop.id, role: 'admin' }]);
    const { key } = await reader.apiKeys.create({ name: 'reads', permissions: ['session.view'] });
    const socket = await online(socketTo(stage.url, '/agent', { apiKey: key }));
    expect(await refused(socket, 'message.send', { ...message(), sessionId: vic.sessionId })).toEqual({ code: 'access.denied', paths: [] });
    expect(await refused(socket, 'inbox.watch', {})).toEqual({ code: 'access.denied', paths: [] });
    expect(await rest(stage.url, 'POST', `/sessions/${vic.sessionId}/messages`, message(), { authorization: `Bearer ${key}` })).toMatchObject({
      status: 403,
      body: { code: 'access.denied' },
    });
    socket.disconnect();
  });

  it('a message from who does not own the conversation', async () => {
    expect(await rest(stage.url, 'POST', `/sessions/${vic.sessionId}/messages`, message(), asAgent())).toMatchObject({
      status: 409,
      body: { code: 'speech.not_yours' },
    });
    expect(await refused(agentSocket, 'message.send', { ...message(), sessionId: vic.sessionId })).toEqual({ code: 'speech.not_yours', paths: [] });
  });

  it('a closed session, once it cannot be reopened', async () => {
    const late = await stage.visitor();
    const socket = await online(socketTo(stage.url, '/visitor', { token: late.token }, { origin: SHOP }));
    await late.visitor.end();
    await stage.server.get(Database).query(`update session set closed_at = closed_at - interval '30 days' where id = $1`, [late.sessionId]);
    const asLate = { authorization: `Bearer ${late.token}`, origin: SHOP };
    expect(await rest(stage.url, 'POST', '/widget/sessions/current/messages', message(), asLate)).toMatchObject({
      status: 409,
      body: { code: 'session.closed' },
    });
    expect(await refused(socket, 'message.send', message())).toEqual({ code: 'session.closed', paths: [] });
    socket.disconnect();
    // The widget goes on in a new session by itself.
    await late.visitor.send('Hello again');
    expect(late.visitor.session?.id).not.toBe(late.sessionId);
  });
});

describe('who nobody knows gets nowhere', () => {
  it('with an expired token', async () => {
    const gone = await stage.visitor();
    await stage.server
      .get(Database)
      .query(`update visitor_token set expires_at = now() - interval '1 second' where session_id = $1`, [gone.sessionId]);
    await until(
      async () => (await rest(stage.url, 'GET', '/widget/sessions/current', undefined, { authorization: `Bearer ${gone.token}` })).status === 401,
    );
    expect(await refusalOf(socketTo(stage.url, '/visitor', { token: gone.token }, { origin: SHOP }))).toBe('auth.required');
  });

  it.each([
    ['no token', {}],
    ['a made-up one', { authorization: 'Bearer vt_made-up' }],
    ['basic auth', { authorization: 'Basic YTpi' }],
  ])('with %s', async (_, headers) => {
    for (const [method, path] of [
      ['GET', '/widget/sessions/current'],
      ['GET', '/handoffs'],
      ['GET', `/sessions/${vic.sessionId}`],
      ['GET', '/users'],
      ['GET', '/audit'],
    ] as const) {
      expect(await rest(stage.url, method, path, undefined, headers as Record<string, string>)).toMatchObject({
        status: 401,
        body: { code: 'auth.required' },
      });
    }
  });

  it('with the credentials of the other side', async () => {
    expect(await rest(stage.url, 'GET', '/handoffs', undefined, asVisitor())).toMatchObject({ status: 401 });
    expect(await rest(stage.url, 'GET', '/widget/sessions/current', undefined, asAgent())).toMatchObject({ status: 401 });
    expect(await refusalOf(socketTo(stage.url, '/agent', { apiKey: vic.token }))).toBe('auth.required');
    expect(await refusalOf(socketTo(stage.url, '/agent', { token: vic.token }))).toBe('origin.not_allowed');
    expect(await refusalOf(socketTo(stage.url, '/visitor', { token: apiKey }, { origin: SHOP }))).toBe('auth.required');
  });

  it('from pages that are not the website’s', async () => {
    const start = (origin: Record<string, string>) => rest(stage.url, 'POST', '/widget/sessions', { websiteKey: stage.shop.publicKey }, origin);
    for (const origin of [
      {},
      { origin: 'null' },
      { origin: ELSEWHERE },
      { origin: 'https://shop.example.evil.test' },
      { origin: 'http://shop.example' },
    ]) {
      expect(await start(origin as Record<string, string>)).toMatchObject({ status: 403, body: { code: 'origin.not_allowed' } });
    }
    expect((await start({ origin: SHOP })).status).toBe(201);
    expect(await rest(stage.url, 'POST', '/widget/sessions', { websiteKey: 'nobody' }, { origin: SHOP })).toMatchObject({
      status: 404,
      body: { code: 'website.not_found' },
    });
    expect(await refusalOf(socketTo(stage.url, '/visitor', { token: vic.token }, { origin: ELSEWHERE }))).toBe('origin.not_allowed');
    expect(await refusalOf(socketTo(stage.url, '/visitor', { token: vic.token }))).toBe('origin.not_allowed');
    expect(await refusalOf(socketTo(stage.url, '/visitor', { token: vic.token }, { origin: 'https://evil.test' }))).toBe('websocket error');
  });
});
