import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { FakeBaton, WEBSITE_KEY } from '../../../../test/browser/support/fake-baton.js';
import { BatonVisitor, type BatonVisitorOptions } from './baton-visitor.js';
import type { VisitorStorage } from './visitor-memory.js';

let baton: FakeBaton;
const visitors: BatonVisitor[] = [];

beforeEach(async () => {
  baton = await FakeBaton.start();
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.close();
  await baton.stop();
});

function aVisitor(options: Partial<BatonVisitorOptions> = {}) {
  const visitor = new BatonVisitor({ url: baton.url, websiteKey: WEBSITE_KEY, origin: baton.url, ...options });
  visitors.push(visitor);
  const texts: string[] = [];
  visitor.on('message', (message) => texts.push(message.text));
  return { visitor, texts };
}

async function aConnectedVisitor(options: Partial<BatonVisitorOptions> = {}) {
  const { visitor, texts } = aVisitor(options);
  await visitor.start();
  await visitor.connect();
  await until(() => visitor.online);
  return { visitor, texts };
}

async function until(holds: () => boolean, withinMs = 4000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Still not so after ${withinMs} ms: ${holds}`);
    await pause(5);
  }
}

function aStorage(): VisitorStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

describe('BatonVisitor', () => {
  it('shows its own message and the answer once, in order', async () => {
    baton.answer = () => ({ text: 'On Thursday.' });
    const { visitor, texts } = await aConnectedVisitor();
    const message = await visitor.send('When will it arrive?');
    expect(message).toMatchObject({ seq: 1, author: { kind: 'visitor' } });
    await until(() => texts.length === 2);
    expect(texts).toEqual(['When will it arrive?', 'On Thursday.']);
    expect(visitor.outgoing).toEqual([]);
  });

  it('works over REST alone', async () => {
    const { visitor, texts } = aVisitor();
    await visitor.start();
    await visitor.send('Hello');
    baton.conversation.store('ai', 'Hi!');
    await visitor.catchUp();
    expect(texts).toEqual(['Hello', 'Hi!']);
    await expect(visitor.requestPerson()).resolves.toMatchObject({ status: 'pending', position: 1 });
  });

  it('closes a gap that a lost hint left', async () => {
    const { texts } = await aConnectedVisitor();
    baton.conversation.store('agent', 'one');
    baton.conversation.say('agent', 'two');
    await until(() => texts.length === 2);
    expect(texts).toEqual(['one', 'two']);
  });

  it('keeps what is written while offline and sends it once when the network is back', async () => {
    const { visitor, texts } = await aConnectedVisitor();
    baton.cut();
    await until(() => !visitor.online);
    const sent = Promise.all([visitor.send('one'), visitor.send('two')]);
    expect(visitor.outgoing.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    baton.mend();
    await sent;
    expect(texts).toEqual(['one', 'two']);
    expect(baton.conversation.messages).toHaveLength(2);
  });

  it('does not double a message whose acknowledgement was lost', async () => {
    const { visitor, texts } = await aConnectedVisitor();
    baton.losesAcks = true;
    const sent = visitor.send('one');
    await until(() => baton.conversation.messages.length === 1);
    baton.cut();
    baton.losesAcks = false;
    baton.mend();
    await until(() => visitor.online);
    await expect(sent).resolves.toMatchObject({ seq: 1 });
    await until(() => texts.length === 1);
    expect(visitor.outgoing).toEqual([]);
    expect(baton.conversation.messages).toHaveLength(1);
  });

  it('sees what was said while it was away', async () => {
    const { visitor, texts } = await aConnectedVisitor();
    baton.cut();
    await until(() => !visitor.online);
    baton.conversation.store('agent', 'Are you there?');
    baton.mend();
    await until(() => texts.length === 1);
    expect(texts).toEqual(['Are you there?']);
  });

  it('goes on with the conversation after a reload', async () => {
    const storage = aStorage();
    const first = await aConnectedVisitor({ storage });
    await first.visitor.send('Hello');
    first.visitor.close();
    const second = await aConnectedVisitor({ storage });
    await until(() => second.texts.length === 1);
    expect(baton.conversations).toHaveLength(1);
    expect(second.texts).toEqual(['Hello']);
  });

  it('sends after a reload what could not be sent before it', async () => {
    const storage = aStorage();
    const first = await aConnectedVisitor({ storage });
    baton.cut();
    await until(() => !first.visitor.online);
    first.visitor.send('Hello').catch(() => undefined);
    // Long enough for the attempt to have failed.
    await pause(100);
    first.visitor.close();
    baton.mend();
    const second = await aConnectedVisitor({ storage });
    await until(() => second.texts.length === 1);
    expect(baton.conversation.messages.map(({ text }) => text)).toEqual(['Hello']);
  });

  it('begins a linked conversation by itself when the old one cannot be reopened', async () => {
    const { visitor, texts } = await aConnectedVisitor();
    await visitor.send('first');
    baton.conversation.closedForGood = true;
    const begun: boolean[] = [];
    visitor.on('started', ({ anew }) => begun.push(anew));
    const token = baton.starts.at(-1)?.resume;
    await visitor.send('second');
    expect(begun).toEqual([true]);
    expect(baton.conversations).toHaveLength(2);
    expect(baton.conversation.messages.map(({ text }) => text)).toEqual(['second']);
    expect(baton.starts.at(-1)?.resume).not.toBe(token);
    await until(() => visitor.online);
    baton.conversation.say('ai', 'third');
    await until(() => texts.length === 3);
    expect(texts).toEqual(['first', 'second', 'third']);
  });

  it('asks for its place again when the server no longer knows its token', async () => {
    const { visitor } = await aConnectedVisitor();
    baton.forgetTokens();
    await until(() => !visitor.online);
    await until(() => visitor.online, 9000);
    expect(baton.conversations).toHaveLength(2);
  }, 12_000);

  it('learns who speaks', async () => {
    const { visitor } = await aConnectedVisitor();
    const owners: string[] = [];
    visitor.on('session', ({ owner }) => owners.at(-1) === owner || owners.push(owner));
    await visitor.requestPerson();
    baton.conversation.claim('Ana');
    baton.conversation.close();
    await until(() => visitor.session?.owner === 'nobody');
    expect(owners).toEqual(['queue', 'agent', 'nobody']);
  });

  it('tells a later start who the visitor is', async () => {
    const { visitor } = await aConnectedVisitor();
    visitor.describe({ visitor: { email: 'vera@example.org' } });
    await visitor.start();
    expect(baton.starts.at(-1)).toMatchObject({ visitor: { email: 'vera@example.org' } });
    expect(baton.starts.at(-1)?.resume).toBeDefined();
    expect(baton.conversations).toHaveLength(1);
    expect(visitor.online).toBe(true);
  });

  describe('with somebody who vouches for the visitor', () => {
    const vouchers = (...tokens: string[]) => ({ identityProvider: async () => tokens.shift() ?? null });
    const refuse = (...bad: unknown[]) => (baton.accepts = (identity) => !bad.includes(identity));
    const identities = () => baton.starts.map(({ identity }) => identity);

    it('asks once, and says it with every start', async () => {
      const { visitor } = aVisitor(vouchers('one', 'two'));
      await visitor.start();
      await visitor.start();
      expect(identities()).toEqual(['one', 'one']);
    });

    it('asks again when it has run out', async () => {
      const { visitor } = aVisitor(vouchers('one', 'two'));
      await visitor.start();
      refuse('one');
      await visitor.start();
      expect(identities()).toEqual(['one', 'one', 'two']);
    });

    it('asks again once only', async () => {
      refuse('one', 'two');
      const { visitor } = aVisitor(vouchers('one', 'two', 'three'));
      await expect(visitor.start()).rejects.toMatchObject({ code: 'identity.invalid' });
      expect(identities()).toEqual(['one', 'two']);
    });

    it('goes on without when what was good has run out', async () => {
      const { visitor } = aVisitor({ identity: 'one' });
      await visitor.start();
      refuse('one');
      await visitor.start();
      expect(identities()).toEqual(['one', 'one', undefined]);
      expect(baton.conversations).toHaveLength(1);
    });

    it('does not pass for somebody else when what is told was never good', async () => {
      refuse('forged');
      const { visitor } = aVisitor({ identity: 'forged' });
      await expect(visitor.start()).rejects.toMatchObject({ code: 'identity.invalid' });
      expect(baton.conversations).toHaveLength(0);
    });

    it('notices that another person is here', async () => {
      const { visitor } = aVisitor();
      const others: boolean[] = [];
      visitor.on('started', ({ anotherPerson }) => others.push(anotherPerson));
      await visitor.start();
      const [ada, bob] = ['ada', 'bob'].map((userId) => ({ userId, hash: 'h' }));
      for (const identity of [ada, { ...ada! }, bob]) {
        visitor.describe({ identity });
        await visitor.start();
      }
      visitor.describe({ identity: undefined });
      await visitor.start();
      expect(others).toEqual([false, true, false, true, false]);
      expect(identities().at(-1)).toBeUndefined();
    });
  });

  it('says why when it is not connected', async () => {
    const { visitor } = aVisitor();
    await visitor.start();
    await expect(visitor.rate({ score: 5 })).rejects.toMatchObject({ code: 'network.unreachable' });
  });
});
