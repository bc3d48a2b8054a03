import { TestBed } from '@angular/core/testing';
import { BatonError } from '#sdk';
import { aClaimedHandoff, aHandoff, aMessage, ANA, aNote, aSession, aSuggestion, aSummary, BEA } from '../testing/builders';
import { FakeTeam } from '../testing/fake-team';
import { settled } from '../testing/settled';
import { HandoffDetailStore } from './handoff-detail.store';

async function setup(handoff = aHandoff()) {
  const team = new FakeTeam();
  team.session = handoff.session;
  team.handoffs.get.mockResolvedValue(handoff);
  TestBed.configureTestingModule({ providers: [...team.providers, HandoffDetailStore] });
  const sut = TestBed.inject(HandoffDetailStore);
  await sut.open(handoff.id);
  await settled();
  const seqs = () => sut.messages().map(({ seq }) => seq);
  return { sut, team, seqs };
}

describe('HandoffDetailStore', () => {
  beforeEach(() => localStorage.clear());

  it('opens with the thread, and follows it', async () => {
    const { sut, team, seqs } = await setup();
    expect(sut.phase()).toBe('ready');
    team.say(aMessage(4));
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  it('never shows a gap: what was missed is fetched before what came after it', async () => {
    const { team, seqs } = await setup();
    team.store(aMessage(4));
    team.say(aMessage(5));
    expect(seqs()).toEqual([1, 2, 3]);
    await settled();
    expect(seqs()).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows a message once, however often it is told', async () => {
    const { team, seqs } = await setup();
    team.say(aMessage(4));
    team.hint(aMessage(4));
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  it('lets nobody reply before the session knows the claim, whose epoch the reply has to name', async () => {
    const { sut, team } = await setup(aHandoff({ status: 'pending' }));
    team.tell('handoff.updated', { handoff: aSummary({ status: 'claimed', assignee: ANA }) });
    expect(sut.isMine()).toBe(false);
    team.watchedSession().receive('session.updated', { session: aSession({ owner: 'agent', epoch: 2, agent: ANA }) });
    expect(sut.isMine()).toBe(true);
  });

  it('tells what is missing from what went wrong', async () => {
    const { sut, team } = await setup();
    team.handoffs.get.mockRejectedValueOnce(new BatonError('id.not_found', 'gone', { status: 404 }));
    await sut.open('gone');
    expect(sut.phase()).toBe('missing');
    team.handoffs.get.mockRejectedValueOnce(new BatonError('network.unreachable', 'down'));
    await sut.open('h1');
    expect(sut.phase()).toBe('failed');
  });

  it('opens by itself what could not be loaded, when the line is back', async () => {
    const { sut, team } = await setup();
    team.handoffs.get.mockRejectedValueOnce(new BatonError('network.unreachable', 'down'));
    await sut.open('h1');
    team.connection.set('offline');
    TestBed.tick();
    team.connection.set('online');
    TestBed.tick();
    await settled();
    expect(sut.phase()).toBe('ready');
  });

  describe('claiming', () => {
    it('makes it mine', async () => {
      const { sut, team } = await setup();
      team.handoffs.claim.mockResolvedValueOnce(aClaimedHandoff());
      const claiming = sut.claim();
      expect(sut.busy()).toBe('claim');
      await claiming;
      expect(sut.isMine()).toBe(true);
      expect(sut.session()?.epoch).toBe(2);
      expect(sut.busy()).toBeNull();
    });

    it('passes on that somebody was faster, and then shows who', async () => {
      const { sut, team } = await setup();
      team.handoffs.claim.mockRejectedValueOnce(new BatonError('handoff.already_claimed', 'taken', { status: 409 }));
      await expect(sut.claim()).rejects.toMatchObject({ code: 'handoff.already_claimed' });
      expect(sut.busy()).toBeNull();
    });

    it('asks once, however often the key is pressed', async () => {
      const { sut, team } = await setup();
      await Promise.all([sut.claim(), sut.claim()]);
      expect(team.handoffs.claim).toHaveBeenCalledTimes(1);
    });
  });

  it('takes over who has it as soon as the inbox tells', async () => {
    const { sut, team } = await setup();
    team.tell('handoff.updated', { handoff: aSummary({ status: 'claimed', assignee: BEA }) });
    expect(sut.handoff()).toMatchObject({ status: 'claimed', assignee: BEA, visitor: { verified: false } });
    expect(sut.isMine()).toBe(false);
  });

  describe('replying', () => {
    it('carries the epoch the agent saw, and ends in the thread once', async () => {
      const { sut, team, seqs } = await setup(aClaimedHandoff());
      sut.reply('Hello');
      expect(sut.thread().at(-1)).toMatchObject({ kind: 'outgoing' });
      await settled();
      expect(team.socket.send.mock.calls[0]?.[1]).toMatchObject({ text: 'Hello', epoch: 2 });
      expect(seqs()).toEqual([1, 2, 3, 4]);
      expect(sut.thread().filter(({ kind }) => kind === 'outgoing')).toEqual([]);
    });

    it('gives a refused reply back', async () => {
      const { sut, team } = await setup(aClaimedHandoff());
      team.socket.send.mockRejectedValueOnce(new BatonError('speech.not_yours', 'no', { status: 409 }));
      sut.reply('Too late');
      await settled();
      expect(sut.refused()).toMatchObject({ text: 'Too late', error: { code: 'speech.not_yours' } });
    });

    it('sends what failed again when the line is back', async () => {
      const { sut, team, seqs } = await setup(aClaimedHandoff());
      team.connection.set('offline');
      TestBed.tick();
      team.socket.send.mockRejectedValueOnce(new BatonError('network.unreachable', 'down'));
      sut.reply('Hello');
      await settled();
      expect(sut.thread().at(-1)).toMatchObject({ kind: 'outgoing', outgoing: { state: 'failed' } });
      team.connection.set('online');
      TestBed.tick();
      await settled();
      expect(seqs()).toEqual([1, 2, 3, 4]);
    });
  });

  describe('the AI writing', () => {
    const delta = (team: FakeTeam, text: string) =>
      team.watchedSession().receive('message.delta', { sessionId: 'session-of-h1', turnId: 't1', text });

    it('is shown as it comes, until the stored answer replaces it', async () => {
      const { sut, team } = await setup(aHandoff({ session: aSession({ owner: 'ai' }) }));
      delta(team, 'You can ');
      delta(team, 'return it.');
      expect(sut.streaming()).toEqual({ turnId: 't1', text: 'You can return it.' });
      team.say(aMessage(4, 'ai'));
      expect(sut.streaming()).toBeNull();
    });

    it('falls silent when a person takes over', async () => {
      const { sut, team } = await setup(aHandoff({ session: aSession({ owner: 'ai' }) }));
      delta(team, 'You can ');
      team.watchedSession().receive('session.updated', { session: aSession({ owner: 'agent', epoch: 2 }) });
      delta(team, 'return it.');
      expect(sut.streaming()).toBeNull();
    });
  });

  it('ignores news of an older epoch', async () => {
    const { sut, team } = await setup(aClaimedHandoff());
    team.watchedSession().receive('session.updated', { session: aSession({ owner: 'queue', epoch: 1 }) });
    expect(sut.session()?.owner).toBe('agent');
  });

  it('adds notes and suggestions of this conversation, each once', async () => {
    const { sut, team } = await setup();
    team.tell('note.created', { note: aNote() });
    team.tell('note.created', { note: aNote() });
    team.tell('note.created', { note: aNote({ id: 'other', handoffId: 'h2' }) });
    team.tell('suggestion.created', { suggestion: aSuggestion() });
    expect(sut.handoff()?.notes).toHaveLength(1);
    expect(sut.handoff()?.suggestions).toHaveLength(1);
  });

  it('says that all was read, once', async () => {
    const { sut, team } = await setup();
    sut.readToEnd();
    sut.readToEnd();
    expect(team.socket.read).toHaveBeenCalledTimes(1);
    expect(team.socket.read).toHaveBeenCalledWith('session-of-h1', 3);
  });

  it('brings earlier messages in above', async () => {
    const { sut, team, seqs } = await setup(aHandoff({ messages: [aMessage(3)] }));
    expect(sut.hasEarlier()).toBe(true);
    team.sessions.messages.mockResolvedValueOnce({ items: [aMessage(1), aMessage(2)], nextCursor: null });
    await sut.loadEarlier();
    expect(seqs()).toEqual([1, 2, 3]);
    expect(sut.hasEarlier()).toBe(false);
  });

  it('leaves out the one who looks from those who look', async () => {
    const { sut, team } = await setup();
    team.watchedSession().receive('viewers', {
      sessionId: 'session-of-h1',
      viewers: [
        { userId: ANA.id, name: ANA.name },
        { userId: BEA.id, name: BEA.name },
      ],
    });
    expect(sut.otherViewers()).toEqual([{ userId: BEA.id, name: BEA.name }]);
  });
});
