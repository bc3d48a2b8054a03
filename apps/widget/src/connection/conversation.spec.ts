import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message, StartedSession, VisitorSession } from '#contracts';
import { BatonError, type BatonVisitor, type BatonVisitorEvents } from '#sdk/visitor';
import type { HandoffStep } from '../bridge.js';
import { Conversation } from './conversation.js';
import { Marks } from './marks.js';

const SESSION: VisitorSession = { id: 's1', owner: 'ai', status: 'open', lastSeq: 0 };
const STARTED: StartedSession = {
  visitorToken: 'token',
  session: SESSION,
  website: {
    name: 'Shop',
    locale: 'en',
    texts: {},
    mode: 'always',
    open: true,
    opensAt: null,
    theme: { accent: '#0b6e5f', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' },
  },
};

/** A visitor client whose network is the test. */
class ScriptedVisitor {
  private readonly listeners: Record<string, (body: never) => void> = {};
  readonly outgoing = [];
  remembers = true;
  online = false;
  readonly look = jest.fn(async () => STARTED.website);
  readonly follow = jest.fn();
  readonly rate = jest.fn(async () => undefined);
  readonly start = jest.fn(async () => (this.tell('started', { ...STARTED, anew: true, anotherPerson: false, replacesPerson: false }), STARTED));
  readonly connect = jest.fn(async () => undefined);
  readonly requestPerson = jest.fn(async () => ({ status: 'pending' as const, position: 1, etaSeconds: null }));
  readonly read = jest.fn();
  readonly typing = jest.fn();
  readonly send = jest.fn(async () => undefined);
  readonly close = jest.fn();
  readonly described: object[] = [];

  describe(change: object): void {
    this.described.push(change);
  }
  on(name: string, listener: (body: never) => void): void {
    this.listeners[name] = listener;
  }
  tell<Name extends keyof BatonVisitorEvents>(name: Name, body: BatonVisitorEvents[Name]): void {
    this.listeners[name]?.(body as never);
  }
}

let seq = 0;
function aMessage(kind: Message['author']['kind'], text = 'text', more: Partial<Message> = {}): Message {
  seq += 1;
  return { id: `m${seq}`, sessionId: 's1', seq, author: { kind }, text, attachments: [], clientId: null, createdAt: '2026-01-01T09:00:00Z', ...more };
}

function aConversation() {
  const visitor = new ScriptedVisitor();
  const steps: HandoffStep[] = [];
  const heard: string[] = [];
  const warmUp = jest.fn();
  const news = {
    changed: () => undefined,
    message: ({ text }: Message) => heard.push(text),
    handoff: (step: HandoffStep) => steps.push(step),
  };
  const conversation = new Conversation(visitor as unknown as BatonVisitor, new Marks('baton:key'), news, warmUp);
  return { visitor, conversation, steps, heard, warmUp };
}

async function setup() {
  const started = aConversation();
  await started.conversation.begin();
  return started;
}

describe('Conversation', () => {
  beforeEach(() => {
    seq = 0;
    localStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => void jest.useRealTimers());

  it('shows an answer while it grows, and the stored one in its place', async () => {
    const { visitor, conversation } = await setup();
    visitor.tell('delta', { turnId: 't', text: 'It left ' });
    visitor.tell('delta', { turnId: 't', text: 'yesterday' });
    expect(conversation.state.draft?.text).toBe('It left yesterday');
    visitor.tell('message', aMessage('ai', 'It left yesterday.', { clientId: 't' }));
    expect(conversation.state.draft).toBeNull();
    visitor.tell('delta', { turnId: 't', text: ' late' });
    expect(conversation.state.draft).toBeNull();
  });

  it.each(['queue', 'agent', 'nobody'] as const)('drops what the AI had begun to say when the owner becomes %s', async (owner) => {
    const { visitor, conversation } = await setup();
    visitor.tell('delta', { turnId: 't', text: 'I think' });
    visitor.tell('session', { ...SESSION, owner });
    visitor.tell('delta', { turnId: 't', text: ' that' });
    expect(conversation.state.draft).toBeNull();
  });

  it('does not show the end of an answer whose beginning was lost with the connection', async () => {
    const { visitor, conversation } = await setup();
    visitor.tell('delta', { turnId: 't', text: 'Never ' });
    visitor.tell('connection', { online: false });
    visitor.tell('connection', { online: true });
    visitor.tell('delta', { turnId: 't', text: 'do that.' });
    expect(conversation.state.draft).toBeNull();
  });

  it('says that the connection is lost only when it stays so', async () => {
    const { visitor, conversation } = await setup();
    visitor.tell('connection', { online: false });
    jest.advanceTimersByTime(1000);
    visitor.tell('connection', { online: true });
    jest.advanceTimersByTime(5000);
    expect(conversation.state.connection).toBe('fine');
    visitor.tell('connection', { online: false });
    jest.advanceTimersByTime(2000);
    expect(conversation.state.connection).toBe('lost');
  });

  it('says so when the first connection does not come about', async () => {
    const { conversation } = await setup();
    jest.advanceTimersByTime(2999);
    expect(conversation.state.connection).toBe('fine');
    jest.advanceTimersByTime(1);
    expect(conversation.state.connection).toBe('lost');
  });

  it('counts what others wrote and nobody has seen', async () => {
    const { visitor, conversation } = await setup();
    for (const kind of ['visitor', 'ai', 'system', 'agent'] as const) visitor.tell('message', aMessage(kind));
    expect(conversation.unread).toBe(2);
    conversation.seen();
    expect(conversation.unread).toBe(0);
    expect(visitor.read).toHaveBeenLastCalledWith(4);
  });

  it('does not count what another tab has shown', async () => {
    const { visitor, conversation } = await setup();
    visitor.tell('message', aMessage('ai'));
    new Marks('baton:key').read('s1', 1);
    conversation.readElsewhere();
    expect(conversation.unread).toBe(0);
  });

  it('tells of news, not of the past', async () => {
    const { visitor, heard } = await setup();
    visitor.tell('started', { ...STARTED, session: { ...SESSION, id: 's2', lastSeq: 2 }, anew: true, anotherPerson: false, replacesPerson: false });
    for (const text of ['old', 'older', 'new']) visitor.tell('message', aMessage('ai', text, { sessionId: 's2' }));
    expect(heard).toEqual(['new']);
  });

  it.each([
    [false, ['mine']],
    [true, []],
  ])('shows what was said before unless somebody else is here now (%s)', async (anotherPerson, earlier) => {
    const { visitor, conversation } = await setup();
    visitor.tell('message', aMessage('visitor', 'mine'));
    visitor.tell('started', { ...STARTED, session: { ...SESSION, id: 's2' }, anew: true, anotherPerson, replacesPerson: anotherPerson });
    expect(conversation.state.earlier.map(({ text }) => text)).toEqual(earlier);
    expect(conversation.state.messages).toEqual([]);
  });

  it('tries again with another identity after one was refused', async () => {
    const { visitor, conversation } = await setup();
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const refused = new BatonError('identity.invalid', 'No.', { status: 401 });
    visitor.start.mockRejectedValueOnce(refused);
    await expect(conversation.describe({ identity: 'forged' })).rejects.toBe(refused);
    expect(warned).toHaveBeenCalledWith('Baton: No. (identity.invalid)');
    await conversation.describe({ identity: 'good' });
    expect(visitor.described).toEqual([{ identity: 'forged' }, { identity: 'good' }]);
    expect(conversation.state.phase).toBe('ready');
    warned.mockRestore();
  });

  it('tells every step of a handoff once', async () => {
    const { visitor, conversation, steps } = await setup();
    await conversation.requestPerson();
    for (const owner of ['queue', 'queue', 'agent', 'ai', 'queue', 'nobody'] as const) visitor.tell('session', { ...SESSION, owner });
    expect(steps).toEqual(['requested', 'queued', 'claimed', 'returned_to_ai', 'queued', 'resolved']);
  });

  it('lets a forgotten typing sign fade', async () => {
    const { visitor, conversation } = await setup();
    visitor.tell('typing', { author: 'agent', on: true, name: 'Ana' });
    expect(conversation.state.typing).toEqual({ author: 'agent', name: 'Ana' });
    jest.advanceTimersByTime(8000);
    expect(conversation.state.typing).toBeNull();
  });

  it('says now and then that the visitor types, and that they stopped', async () => {
    const { visitor, conversation } = await setup();
    for (let key = 0; key < 20; key += 1) {
      conversation.typing();
      jest.advanceTimersByTime(100);
    }
    expect(visitor.typing.mock.calls).toEqual([[true]]);
    jest.advanceTimersByTime(5000);
    expect(visitor.typing.mock.calls).toEqual([[true], [false]]);
  });

  it('keeps trying to begin while nobody answers, and gives up when it is told no', async () => {
    const { visitor, conversation } = aConversation();
    visitor.start
      .mockRejectedValueOnce(new BatonError('network.unreachable', 'no network'))
      .mockRejectedValueOnce(new BatonError('origin.not_allowed', 'Not from here.', { status: 403 }));
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await conversation.begin();
    expect(conversation.state.phase).toBe('starting');
    await jest.advanceTimersByTimeAsync(1000);
    expect(conversation.state.phase).toBe('unavailable');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(visitor.start).toHaveBeenCalledTimes(2);
  });

  describe('before anybody has written', () => {
    it('knows the website and leaves the server alone', async () => {
      const { visitor, conversation, warmUp } = aConversation();
      visitor.remembers = false;
      await conversation.open();
      expect(conversation.state).toMatchObject({ phase: 'ready', session: null, website: { name: 'Shop' } });
      expect([visitor.start, visitor.connect, warmUp].map((mock) => mock.mock.calls.length)).toEqual([0, 0, 0]);
    });

    it('begins with the first message', async () => {
      const { visitor, conversation } = aConversation();
      visitor.remembers = false;
      await conversation.open();
      conversation.send('Hello');
      await jest.advanceTimersByTimeAsync(0);
      expect(visitor.start).toHaveBeenCalledTimes(1);
      expect(conversation.state.session?.id).toBe('s1');
    });

    it('begins with the wish for a person', async () => {
      const { visitor, conversation } = aConversation();
      visitor.remembers = false;
      await conversation.requestPerson();
      expect([visitor.start.mock.calls.length, visitor.requestPerson.mock.calls.length]).toEqual([1, 1]);
    });

    it('fetches what a conversation needs once something is being written', () => {
      const { conversation, warmUp } = aConversation();
      conversation.typing();
      expect(warmUp).toHaveBeenCalled();
    });

    it('says nothing of the visitor to the server', async () => {
      const { visitor, conversation } = aConversation();
      visitor.remembers = false;
      await conversation.open();
      await conversation.describe({ visitor: { name: 'Vera' } });
      expect(visitor.start).not.toHaveBeenCalled();
      expect(visitor.described).toEqual([{ visitor: { name: 'Vera' } }]);
    });

    it('looks again while nobody answers, and says so when it is told no', async () => {
      const { visitor, conversation } = aConversation();
      visitor.remembers = false;
      jest.spyOn(console, 'warn').mockImplementation(() => undefined);
      visitor.look
        .mockRejectedValueOnce(new BatonError('network.unreachable', 'no network'))
        .mockRejectedValueOnce(new BatonError('origin.not_allowed', 'Not from here.', { status: 403 }));
      await conversation.open();
      expect(conversation.state.phase).toBe('starting');
      await jest.advanceTimersByTimeAsync(1000);
      expect(conversation.state.phase).toBe('unavailable');
    });

    it('goes on where another tab has begun', async () => {
      const { visitor, conversation } = aConversation();
      visitor.remembers = false;
      await conversation.open();
      conversation.follow();
      expect(visitor.start).not.toHaveBeenCalled();
      visitor.remembers = true;
      conversation.follow();
      await jest.advanceTimersByTimeAsync(0);
      expect(visitor.start).toHaveBeenCalledTimes(1);
      conversation.follow();
      expect(visitor.follow).toHaveBeenCalledTimes(1);
    });
  });

  it('lets the visitor write even when the server refuses what the page says of them', async () => {
    const { visitor, conversation } = aConversation();
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    visitor.start.mockRejectedValueOnce(new BatonError('input.invalid', 'visitor.email must be an email', { status: 422 }));
    await conversation.begin();
    expect(conversation.state.phase).toBe('ready');
    expect(visitor.described).toEqual([{ visitor: undefined, page: undefined }]);
  });

  it('remembers over a reload that the session was rated', async () => {
    const { conversation } = await setup();
    await conversation.rate(4, 'Quick');
    const { conversation: later } = await setup();
    expect(later.state.rated).toBe(true);
  });
});
