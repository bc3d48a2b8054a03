import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { FakeBaton, WEBSITE_KEY } from '../../../../test/browser/support/fake-baton.js';
import { BatonVisitor, type BatonVisitorOptions } from './baton-visitor.js';
import { visitorMemoryKey, type VisitorStorage } from './visitor-memory.js';

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

  describe('with one browser and several people', () => {
    const ada = { userId: 'ada', hash: 'h' };
    const bob = { userId: 'bob', hash: 'h' };
    const said = () => baton.conversations.map(({ messages }) => messages.map(({ text }) => text));

    it('never sends what one of them wrote in the name of another, not even after a reload', async () => {
      const storage = aStorage();
      const first = await aConnectedVisitor({ storage, identity: ada });
      baton.cut();
      await until(() => !first.visitor.online);
      first.visitor.send('from Ada').catch(() => undefined);
      await until(() => baton.turnedAway > 0);
      first.visitor.close();
      baton.mend();
      const second = await aConnectedVisitor({ storage, identity: bob });
      expect(second.visitor.outgoing).toEqual([]);
      await second.visitor.send('from Bob');
      expect(said()).toEqual([[], ['from Bob']]);
      second.visitor.close();
      const third = await aConnectedVisitor({ storage, identity: ada });
      await until(() => third.texts.length === 1);
      expect(said()).toEqual([[], ['from Bob'], ['from Ada']]);
    });

    it('lets go of what waits when somebody else signs in on the same page', async () => {
      const { visitor } = await aConnectedVisitor({ identity: ada });
      baton.cut();
      await until(() => !visitor.online);
      const sent = visitor.send('from Ada');
      await until(() => baton.turnedAway > 0);
      visitor.describe({ identity: bob });
      const refused = expect(sent).rejects.toMatchObject({ code: 'client.another_person' });
      baton.mend();
      await visitor.start();
      await refused;
      await visitor.send('from Bob');
      expect(said()).toEqual([[], ['from Bob']]);
    });

    it('holds back what the next one writes until the server knows them', async () => {
      const { visitor } = await aConnectedVisitor({ identity: ada });
      visitor.describe({ identity: bob });
      const sent = visitor.send('from Bob');
      await visitor.start();
      await sent;
      expect(said()).toEqual([[], ['from Bob']]);
    });

    it('sends what a visitor wrote before they signed in', async () => {
      const storage = aStorage();
      const { visitor } = aVisitor({ storage });
      visitor.send('before').catch(() => undefined);
      visitor.describe({ identity: ada });
      await visitor.start();
      await until(() => visitor.outgoing.length === 0);
      expect(said()).toEqual([['before']]);
    });

    it('stays with its own conversation while another tab is somebody else’s', async () => {
      const storage = aStorage();
      const one = await aConnectedVisitor({ storage, identity: ada });
      const two = await aConnectedVisitor({ storage, identity: bob });
      one.visitor.follow();
      await one.visitor.send('from Ada');
      await one.visitor.start();
      await two.visitor.send('from Bob');
      expect(said()).toEqual([['from Ada'], ['from Bob']]);
    });

    it('keeps names in the storage, never what proves them', async () => {
      const storage = aStorage();
      const { visitor } = await aConnectedVisitor({ storage, identity: { userId: 'ada', hash: 'the-proof' } });
      baton.cut();
      await until(() => !visitor.online);
      visitor.send('Hello').catch(() => undefined);
      expect(storage.getItem(visitorMemoryKey(WEBSITE_KEY))).toContain('"by":"ada"');
      expect(storage.getItem(visitorMemoryKey(WEBSITE_KEY))).not.toContain('the-proof');
    });
  });

  describe('with a token that runs out', () => {
    const aToken = (sub: string, expiresInMs: number): string =>
      ['{}', JSON.stringify({ sub, exp: Math.floor((Date.now() + expiresInMs) / 1000) })].map((part) => btoa(part)).join('.') + '.signature';

    it('asks for a fresh one before it would be refused, and takes it for the same person', async () => {
      const tokens = [aToken('ada', 30_000), aToken('ada', 600_000)];
      const { visitor } = aVisitor({ identityProvider: async () => tokens.shift() ?? null });
      const others: boolean[] = [];
      visitor.on('started', ({ anotherPerson }) => others.push(anotherPerson));
      const [first, second] = tokens;
      await visitor.start();
      await visitor.start();
      await visitor.start();
      expect(baton.starts.map(({ identity }) => identity)).toEqual([first, second, second]);
      expect(others).toEqual([true, false, false]);
    });

    it('asks by itself, without a word of the page', async () => {
      const tokens = [aToken('ada', 61_500), aToken('ada', 600_000)];
      const { visitor } = aVisitor({ identityProvider: async () => tokens.shift() ?? null });
      await visitor.start();
      await until(() => baton.starts.length === 2);
      expect(baton.starts[1]?.resume).toBeDefined();
    });
  });

  describe('before anybody writes', () => {
    it('looks without leaving a trace', async () => {
      const { visitor } = aVisitor();
      await expect(visitor.look()).resolves.toMatchObject({ name: 'Northwind Outdoors' });
      expect([visitor.website?.name, visitor.session, visitor.remembers]).toEqual(['Northwind Outdoors', null, false]);
      expect([baton.looks, baton.starts.length]).toEqual([1, 0]);
    });

    it('begins one conversation, however many ask for it at once', async () => {
      const { visitor } = aVisitor();
      await Promise.all([visitor.start(), visitor.start(), visitor.start()]);
      expect(baton.conversations).toHaveLength(1);
    });
  });

  describe('that likes to see an answer grow', () => {
    it('lets its first message wait for the line', async () => {
      const { visitor } = aVisitor({ lineWithinMs: 8000 });
      baton.answer = () => ({ text: 'On Thursday.' });
      const grown: string[] = [];
      visitor.on('delta', ({ text }) => grown.push(text));
      await visitor.start();
      const sent = visitor.send('When?');
      await visitor.catchUp();
      expect(baton.conversation.messages).toEqual([]);
      await visitor.connect();
      await sent;
      await until(() => baton.conversation.messages.length === 2);
      expect(grown.join('')).toBe('On Thursday.');
    });

    it('does not wait for ever', async () => {
      const { visitor } = aVisitor({ lineWithinMs: 10 });
      await visitor.start();
      await expect(visitor.send('When?')).resolves.toMatchObject({ seq: 1 });
    });
  });

  describe('beside another tab', () => {
    it('goes along with the conversation that one begins', async () => {
      const storage = aStorage();
      const [one, two] = [aVisitor({ storage }), aVisitor({ storage })];
      await one.visitor.start();
      await one.visitor.send('Hello');
      two.visitor.follow();
      await until(() => two.texts.length === 1);
      expect(baton.conversations).toHaveLength(1);
    });

    it('gives up what was discarded there', async () => {
      const storage = aStorage();
      const one = aVisitor({ storage });
      one.visitor.send('Never mind', 'id').catch(() => undefined);
      const two = aVisitor({ storage });
      expect(two.visitor.outgoing.map(({ text }) => text)).toEqual(['Never mind']);
      one.visitor.discard('id');
      two.visitor.follow();
      expect(two.visitor.outgoing).toEqual([]);
    });
  });

  it('keeps the order of what was written before and after a reload', async () => {
    const storage = aStorage();
    const first = aVisitor({ storage });
    first.visitor.send('one').catch(() => undefined);
    first.visitor.close();
    const second = aVisitor({ storage });
    second.visitor.send('two').catch(() => undefined);
    expect(second.visitor.outgoing.map(({ text }) => text)).toEqual(['one', 'two']);
    await second.visitor.start();
    await until(() => second.visitor.outgoing.length === 0);
    expect(baton.conversation.messages.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('hangs up while the page is kept aside, and sees afterwards what was said', async () => {
    const { visitor, texts } = await aConnectedVisitor();
    visitor.pause();
    await until(() => !visitor.online);
    baton.conversation.say('agent', 'Are you there?');
    visitor.resume();
    await until(() => texts.length === 1);
    expect(visitor.online).toBe(true);
  });

  it('says why when it is not connected', async () => {
    const { visitor } = aVisitor();
    await visitor.start();
    await expect(visitor.rate({ score: 5 })).rejects.toMatchObject({ code: 'network.unreachable' });
  });
});
