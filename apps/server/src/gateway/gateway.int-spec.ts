import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ANA,
  ask,
  connected,
  gone,
  next,
  OTHER_ORIGIN,
  OTHER_SITE,
  OWN_ORIGIN,
  refusal,
  SESSION,
  SITE,
  SITE_ORIGIN,
  startGateway,
} from '../../../../test/harness/gateway.js';
import { AgentPresence } from './agent-presence.js';
import { CheckCredentialsAgain } from './check-credentials-again.js';

type Gateway = Awaited<ReturnType<typeof startGateway>>;
let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.stop());

const message = (text = 'Hello') => ({ clientId: randomUUID(), text });

describe('who may connect', () => {
  it('lets a visitor in on a page of their website', async () => {
    expect((await gateway.visitor()).connected).toBe(true);
  });

  it.each([
    ['a page no website knows', { origin: 'https://evil.example' }, 'websocket error'],
    ['an opaque page', { origin: 'null' }, 'websocket error'],
    ['a page of another website', { origin: OTHER_ORIGIN }, 'origin.not_allowed'],
    ['no page at all', {}, 'origin.not_allowed'],
    ['no page at all, from another site', { 'sec-fetch-site': 'cross-site' }, 'origin.not_allowed'],
  ])('refuses a visitor token from %s', async (_, headers, code) => {
    expect(await refusal(gateway.connect('/visitor', headers as Record<string, string>, { token: 'good-token' }))).toBe(code);
  });

  it.each([['made-up'], [''], [null], [42], [{ $ne: 1 }], [['good-token']], [undefined]])('refuses %p as visitor token', async (token) => {
    expect(await refusal(gateway.connect('/visitor', { origin: SITE_ORIGIN }, { token }))).toBe('auth.required');
  });

  it('lets an agent in by cookie on our own pages, also where the browser says so without an Origin', async () => {
    expect((await gateway.agent()).connected).toBe(true);
    const sameOrigin = gateway.connect('/agent', { cookie: 'baton=ana', 'sec-fetch-site': 'same-origin' }, {});
    expect((await connected(sameOrigin)).connected).toBe(true);
  });

  it.each([
    ['on a page of a website', { origin: SITE_ORIGIN }],
    ['without a page', {}],
    ['from another site', { 'sec-fetch-site': 'same-site' }],
  ])('does not take a cookie %s', async (_, headers) => {
    expect(await refusal(gateway.connect('/agent', { ...(headers as Record<string, string>), cookie: 'baton=ana' }, {}))).toBe('origin.not_allowed');
  });

  it('takes an API key from anywhere, and a wrong one from nowhere, whatever cookie comes with it', async () => {
    expect((await gateway.bot()).connected).toBe(true);
    expect(await refusal(gateway.connect('/agent', { origin: OWN_ORIGIN, cookie: 'baton=ana' }, { apiKey: 'wrong' }))).toBe('auth.required');
    expect(await refusal(gateway.connect('/agent', { origin: OWN_ORIGIN, cookie: 'baton=ana' }, { apiKey: ['good-key'] }))).toBe('auth.required');
  });

  it('lets nobody into the main namespace or an invented one', async () => {
    expect(await refusal(gateway.connect('/', { origin: SITE_ORIGIN }, { token: 'good-token' }))).toMatch(/Connect to/);
    expect(await refusal(gateway.connect('/admin', { origin: SITE_ORIGIN }, {}))).toBe('Invalid namespace');
  });
});

describe('events', () => {
  it('are answered', async () => {
    const visitor = await gateway.visitor();
    expect(await ask(visitor, 'message.send', message('Hi'))).toEqual({ ok: true, message: { text: 'Hi', seq: 1 } });
    expect(await ask(visitor, 'typing', { on: true })).toEqual({ ok: true });
  });

  it('of one page are taken one after the other', async () => {
    const { world } = gateway;
    const receive = world.receive;
    world.receive = async (caller, body) => {
      if (body.text === 'first') await wait(50);
      return receive(caller, body);
    };
    const visitor = await gateway.visitor();
    await Promise.all(['first', 'second', 'third'].map((text) => ask(visitor, 'message.send', message(text))));
    expect(world.received).toEqual(['first', 'second', 'third']);
  });

  it.each([
    ['message.send', {}, ['clientId', 'text']],
    ['message.send', { clientId: 'x', text: 'Hi' }, ['clientId']],
    ['message.send', { ...message(), text: '' }, ['text']],
    ['message.send', { ...message(), text: '   ' }, ['text']],
    ['message.send', { ...message(), text: 'x'.repeat(8001) }, ['text']],
    ['message.send', { ...message(), text: { $ne: 1 } }, ['text']],
    ['message.send', { ...message(), author: { kind: 'agent' } }, ['author']],
    ['message.send', { ...message(), sessionId: SESSION }, ['sessionId']],
    ['message.send', { ...message(), text: 'a\0b' }, ['text']],
    ['session.sync', { afterSeq: '0' }, ['afterSeq']],
    ['session.sync', { afterSeq: -1 }, ['afterSeq']],
    ['session.sync', { afterSeq: 2 ** 40 }, ['afterSeq']],
    ['read', { seq: 1.5 }, ['seq']],
    ['typing', { on: 'yes' }, ['on']],
    ['rating.submit', { score: 6 }, ['score']],
    ['contact.submit', { email: 'nobody' }, ['email']],
    ['session.end', { sessionId: SESSION }, ['sessionId']],
  ])('name the bad fields of %s (%#)', async (event, body, paths) => {
    const ack = await ask(await gateway.visitor(), event, body);
    expect(ack).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    expect(new Set(ack.ok ? [] : ack.error.errors?.map(({ path }) => path))).toEqual(new Set(paths));
  });

  it.each([['text'], [42], [true], [[message()]], [Buffer.from('x')]])('must carry one object, not %p', async (body) => {
    expect(await ask(await gateway.visitor(), 'message.send', body)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it('with null or nothing as body are answered as empty', async () => {
    const visitor = await gateway.visitor();
    expect(await ask(visitor, 'session.end')).toMatchObject({ ok: true });
    expect(await ask(visitor, 'session.end', null)).toMatchObject({ ok: true });
    expect(await ask(visitor, 'message.send', message(), message())).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it('that nobody knows are refused, also by names every object has', async () => {
    const visitor = await gateway.visitor();
    for (const event of ['message.delete', '__proto__', 'constructor', 'toString', 'inbox.watch', 'error']) {
      expect(await ask(visitor, event, {})).toMatchObject({ ok: false, error: { code: 'event.unknown' } });
    }
  });

  it('tell no more than an incident when something unexpected happens', async () => {
    gateway.world.receive = () => Promise.reject(new TypeError('password=hunter2'));
    const ack = await ask(await gateway.visitor(), 'message.send', message());
    expect(ack).toMatchObject({ ok: false, error: { code: 'server.error' } });
    expect(JSON.stringify(ack)).not.toContain('hunter2');
  });

  it('need no acknowledgement, whatever they do', async () => {
    gateway.world.receive = () => Promise.reject(new Error('no'));
    const visitor = await gateway.visitor();
    visitor.emit('message.send', message());
    visitor.emit('message.send');
    visitor.emit('message.send', 'text');
    visitor.emit('nonsense');
    expect(await ask(visitor, 'typing', { on: false })).toEqual({ ok: true });
  });
});

describe('what a socket hears', () => {
  it('is what was said in its own session', async () => {
    const visitor = await gateway.visitor();
    const heard = next(visitor, 'typing');
    gateway.broadcaster.toVisitor(randomUUID(), 'typing', { author: 'agent', on: false });
    gateway.broadcaster.toVisitor(SESSION, 'typing', { author: 'agent', on: true });
    expect(await heard).toEqual({ author: 'agent', on: true });
  });

  it('is of the websites it may see, and of no other', async () => {
    const agent = await gateway.agent();
    expect(await ask(agent, 'inbox.watch', { websiteIds: [OTHER_SITE] })).toMatchObject({ ok: false, error: { code: 'website.not_found' } });
    expect(await ask(agent, 'inbox.watch', {})).toMatchObject({ ok: true });
    const heard = next<{ handoff: { id: string } }>(agent, 'handoff.opened');
    gateway.broadcaster.toInbox(OTHER_SITE, 'handoff.opened', { handoff: { id: 'theirs' } } as never);
    gateway.broadcaster.toInbox(SITE, 'handoff.opened', { handoff: { id: 'ours' } } as never);
    expect((await heard).handoff.id).toBe('ours');
  });

  it('ends with unwatch', async () => {
    const agent = await gateway.agent();
    const heard: unknown[] = [];
    agent.on('note.created', (note) => heard.push(note));
    await ask(agent, 'session.watch', { sessionId: SESSION, afterSeq: 0 });
    gateway.broadcaster.toSessionTeam(SESSION, 'note.created', { note: 1 } as never);
    await ask(agent, 'session.unwatch', { sessionId: SESSION });
    gateway.broadcaster.toSessionTeam(SESSION, 'note.created', { note: 2 } as never);
    await ask(agent, 'presence.set', { state: 'online' });
    expect(heard).toEqual([{ note: 1 }]);
  });

  it('includes who else looks', async () => {
    const [agent, bot] = [await gateway.agent(), await gateway.bot()];
    expect(await ask(agent, 'session.watch', { sessionId: SESSION, afterSeq: 0 })).toMatchObject({ viewers: [{ userId: ANA.userId, name: 'Ana' }] });
    const told = next(agent, 'viewers');
    await ask(bot, 'session.watch', { sessionId: SESSION, afterSeq: 0 });
    expect(await told).toMatchObject({ sessionId: SESSION });
    const left = next(agent, 'viewers');
    bot.disconnect();
    expect(await left).toMatchObject({ viewers: [{ name: 'Ana' }] });
  });

  it('includes typing, both ways, until the socket is gone', async () => {
    const [visitor, agent] = [await gateway.visitor(), await gateway.agent()];
    await ask(agent, 'session.watch', { sessionId: SESSION, afterSeq: 0 });
    const toVisitor = next(visitor, 'typing');
    await ask(agent, 'typing', { sessionId: SESSION, on: true });
    expect(await toVisitor).toEqual({ author: 'agent', on: true, name: 'Ana' });

    const toAgent = next(agent, 'typing');
    await ask(visitor, 'typing', { on: true });
    expect(await toAgent).toEqual({ sessionId: SESSION, author: 'visitor', on: true });
    const off = next(agent, 'typing');
    visitor.disconnect();
    expect(await off).toEqual({ sessionId: SESSION, author: 'visitor', on: false });
  });
});

describe('presence', () => {
  it('follows people, not programs', async () => {
    await gateway.bot();
    expect(gateway.world.presence).toEqual([]);
    const agent = await gateway.agent();
    await ask(agent, 'presence.set', { state: 'away' });
    expect(gateway.world.presence).toEqual(['online', 'away']);
    expect(await ask(agent, 'presence.set', { state: 'offline' })).toMatchObject({ ok: false, error: { errors: [{ path: 'state' }] } });
  });

  it('ends some time after the last socket, not with a reload', async () => {
    gateway.app.get(AgentPresence).goneAfterMs = 300;
    const first = await gateway.agent();
    first.disconnect();
    await wait(100);
    const second = await gateway.agent();
    await wait(400);
    expect(gateway.world.presence).not.toContain('offline');
    second.disconnect();
    await wait(500);
    expect(gateway.world.presence.at(-1)).toBe('offline');
  });
});

describe('a right that ends', () => {
  it('takes the sockets of a user, a key, a session with it', async () => {
    const [agent, bot, visitor] = [await gateway.agent(), await gateway.bot(), await gateway.visitor()];
    gateway.broadcaster.disconnectApiKey('01990000-0000-7000-8000-0000000000e1');
    await gone(bot);
    expect(agent.connected).toBe(true);
    gateway.broadcaster.disconnectUser(ANA.userId);
    await gone(agent);
    expect(visitor.connected).toBe(true);
    gateway.broadcaster.disconnectVisitorToken(SESSION);
    await gone(visitor);
  });

  it('is noticed also when nobody tells', async () => {
    const { world, app } = gateway;
    const [agent, bot, visitor] = [await gateway.agent(), await gateway.bot(), await gateway.visitor()];
    await app.get(CheckCredentialsAgain).checkAll();
    world.apiKeys.clear();
    await app.get(CheckCredentialsAgain).checkAll();
    await gone(bot);
    expect([agent.connected, visitor.connected]).toEqual([true, true]);
    world.tokens.clear();
    world.cookies.clear();
    await app.get(CheckCredentialsAgain).checkAll();
    await Promise.all([gone(agent), gone(visitor)]);
  });
});
