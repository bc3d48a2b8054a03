import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TeamMessage } from '#contracts';
import type { VisitorStorage } from '#sdk';
import { SocketBroadcaster } from '../../apps/server/src/gateway/socket-broadcaster.js';
import { seqs, Stage, texts, until, upTo } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 60_000);
afterAll(() => stage.end());

/** A conversation that Ana has taken over. */
async function taken(more: { storage?: VisitorStorage } = {}) {
  const onStage = await stage.visitor(more);
  await onStage.visitor.requestPerson();
  const handoff = (await stage.ana.handoffs.list({ view: 'unassigned' })).items.find((one) => one.sessionId === onStage.sessionId)!;
  await stage.ana.handoffs.claim(handoff.id);
  return { ...onStage, handoff };
}

describe('nobody misses anything', () => {
  it('on a connection that breaks again and again', async () => {
    const { visitor, seen, sessionId } = await taken();
    const ana = stage.live(stage.ana);
    const heard: TeamMessage[] = [];
    const thread = ana.watchSession(sessionId);
    thread.on('message', (message) => heard.push(message));
    await thread.catchUp();

    const broadcaster = stage.server.get(SocketBroadcaster);
    for (let i = 1; i <= 40; i++) {
      const sent = [stage.ana.sessions.send(sessionId, { text: `from Ana ${i}` }), visitor.send(`from the visitor ${i}`)];
      if (i % 10 === 0) {
        broadcaster.disconnectVisitorToken(sessionId);
        for (const socket of broadcaster.agentSockets()) socket.conn.close();
      }
      await Promise.all(sent);
    }
    const { lastSeq } = await stage.ana.sessions.get(sessionId);
    await until(() => seen.length === lastSeq && heard.length === lastSeq, 15_000);
    expect(seqs(seen)).toEqual(upTo(seen.length));
    expect(seqs(heard)).toEqual(upTo(heard.length));
    for (let i = 1; i <= 40; i++) {
      expect(texts(seen).filter((text) => text === `from the visitor ${i}`)).toHaveLength(1);
      expect(texts(heard).filter((text) => text === `from Ana ${i}`)).toHaveLength(1);
    }
  }, 30_000);

  it('who comes with a second device, or reloads', async () => {
    const storage = sharedStorage();
    const { visitor, seen, sessionId } = await taken({ storage });
    await visitor.send('from the laptop');
    const phone = await stage.visitor({ storage });
    expect(phone.sessionId).toBe(sessionId);
    await until(() => texts(phone.seen).includes('from the laptop'));
    await phone.visitor.send('from the phone');
    await stage.ana.sessions.send(sessionId, { text: 'to both' });
    await until(() => texts(seen).includes('to both') && texts(phone.seen).includes('to both'));
    expect(texts(seen)).toEqual(texts(phone.seen));
    expect(seqs(phone.seen)).toEqual(upTo(phone.seen.length));
  });

  it('who opens a conversation longer than one page', async () => {
    const { visitor, sessionId } = await taken();
    await Promise.all(Array.from({ length: 260 }, (_, i) => visitor.send(`line ${i}`)));
    const late = stage.live(stage.bea);
    const heard: TeamMessage[] = [];
    const thread = late.watchSession(sessionId);
    thread.on('message', (message) => heard.push(message));
    await thread.catchUp();
    expect(heard.length).toBeGreaterThanOrEqual(260);
    expect(seqs(heard)).toEqual(upTo(heard.length));
  }, 30_000);
});

describe('the same message sent twice', () => {
  it('is the same message, and another under its name is refused', async () => {
    const { sessionId } = await taken();
    const clientId = crypto.randomUUID();
    const [first, again] = await Promise.all([1, 2].map(() => stage.ana.sessions.send(sessionId, { clientId, text: 'once' })));
    expect(again).toEqual(first);
    await expect(stage.ana.sessions.send(sessionId, { clientId, text: 'twice' })).rejects.toMatchObject({
      code: 'message.client_id_reused',
      status: 409,
    });
  });
});

describe('signs of life', () => {
  it('reach the other side: typing, reading, looking, presence', async () => {
    const { visitor, seen, sessionId } = await taken();
    const [ana, bea] = [stage.live(stage.ana), stage.live(stage.bea)];
    const presence: string[] = [];
    bea.on('presence.updated', ({ state }) => presence.push(state));
    await bea.watchInbox();

    const thread = ana.watchSession(sessionId);
    const viewers: string[][] = [];
    thread.on('viewers', (now) => viewers.push(now.map(({ name }) => name)));
    await thread.catchUp();
    await bea.watchSession(sessionId).catchUp();
    await until(() => viewers.at(-1)?.join() === 'Ana,Bea');

    let typing: unknown;
    visitor.on('typing', (signal) => (typing = signal));
    await ana.typing(sessionId, true);
    await until(() => typing);
    expect(typing).toEqual({ author: 'agent', on: true, name: 'Ana' });
    typing = null;
    await bea.typing(sessionId, true);

    let visitorTyping: unknown;
    thread.on('typing', (signal) => signal.author === 'visitor' && (visitorTyping = signal));
    visitor.typing(true);
    await until(() => visitorTyping);
    expect(typing).toBeNull();

    await ana.send(sessionId, { text: 'read me' });
    const last = await until(() => seen.find(({ text }) => text === 'read me'));
    visitor.read(last.seq);
    await until(() => thread.session?.visitorReadSeq === last.seq);
    await ana.read(sessionId, last.seq);
    await until(() => visitor.session?.readSeq === last.seq);

    await ana.setPresence('away');
    await until(() => presence.at(-1) === 'away');
    expect((await stage.admin.users.list()).items.find(({ name }) => name === 'Ana')?.presence).toBe('away');
    await until(() => thread.session?.visitorOnline === true);
    visitor.close();
    await until(() => thread.session?.visitorOnline === false);
  });
});

/** What two tabs of one browser share. */
function sharedStorage(): VisitorStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
