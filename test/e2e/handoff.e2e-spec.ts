import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandoffSummary, TeamMessage } from '#contracts';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { kinds, seqs, Stage, texts, until, upTo } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 60_000);
afterAll(() => stage.end());

describe('a conversation', () => {
  it('goes from the AI to a person, who solves it', async () => {
    const inbox: HandoffSummary[] = [];
    const ana = stage.live(stage.ana);
    ana.on('handoff.opened', ({ handoff }) => inbox.push(handoff));
    ana.on('handoff.updated', ({ handoff }) => inbox.push(handoff));
    const before = await ana.watchInbox();

    const { visitor, seen, sessionId } = await stage.visitor({ visitor: { name: 'Vic', email: 'vic@example.com' } });
    const deltas: string[] = [];
    visitor.on('delta', ({ text }) => deltas.push(text));
    await visitor.send('How long does delivery take?');
    const answer = await until(() => seen.find(({ author }) => author.kind === 'ai'));
    expect(answer.text).toContain('three working days');
    expect(deltas.join('')).toBe(answer.text);
    expect(answer.sources).toMatchObject([{ title: 'Delivery times' }]);
    expect(answer).not.toHaveProperty('ai');

    await visitor.send('I want to talk to a person, please');
    const handoff = await until(() => inbox.find((one) => one.sessionId === sessionId));
    expect(handoff).toMatchObject({
      status: 'pending',
      trigger: 'requested',
      visitor: { name: 'Vic', email: 'vic@example.com' },
      website: { id: stage.shop.id },
    });
    await until(() => visitor.session?.owner === 'queue' && visitor.session.position === 1);
    expect((await stage.ana.handoffs.counts()).unassigned).toBe(before.unassigned + 1);

    const claimed = await stage.ana.handoffs.claim(handoff.id);
    expect(claimed).toMatchObject({ status: 'claimed', inProgress: false, assignee: { name: 'Ana' }, trigger: 'requested' });
    expect(claimed.evidence).not.toBeNull();
    await until(() => visitor.session?.agent?.name === 'Ana');

    const thread = ana.watchSession(sessionId);
    const heard: TeamMessage[] = [];
    thread.on('message', (message) => heard.push(message));
    await thread.catchUp();
    await ana.send(sessionId, { text: 'Hi Vic, Ana here.' });
    await until(() => texts(seen).includes('Hi Vic, Ana here.'));
    await visitor.send('My parcel is late.');
    await until(() => texts(heard).includes('My parcel is late.'));
    expect(seqs(heard)).toEqual(upTo(heard.length));
    expect(heard.find(({ author }) => author.kind === 'ai')?.ai).toMatchObject({ responder: 'knowledge' });
    expect(kinds(heard).filter((kind) => kind === 'ai')).toHaveLength(1);

    await stage.ana.handoffs.writeNote(handoff.id, 'Parcel found in Leipzig.');
    const resolved = await stage.ana.handoffs.resolve(handoff.id, { note: 'Sent a new one.' });
    expect(resolved).toMatchObject({ status: 'resolved', outcome: 'resolved', inProgress: false });
    expect(resolved.firstResponseAt).not.toBeNull();
    expect(resolved.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['opened', 'claimed', 'first_response', 'noted', 'resolved']));
    await until(() => visitor.session?.status === 'closed');
    await until(() => thread.session?.status === 'closed' && seen.length === heard.length);
    expect(seqs(seen)).toEqual(upTo(seen.length));
    expect(JSON.stringify(seen)).not.toContain('Leipzig');
  });

  it('goes back to the AI, which goes on', async () => {
    const { visitor, seen, sessionId } = await stage.visitor();
    await visitor.requestPerson('I have a question');
    const { items } = await stage.bea.handoffs.list({ view: 'unassigned' });
    const handoff = items.find((one) => one.sessionId === sessionId)!;
    await stage.bea.handoffs.claim(handoff.id);
    await stage.bea.sessions.send(sessionId, { text: 'Bea here. The assistant can tell you.' });
    const cancelled = await stage.bea.handoffs.cancel(handoff.id, { outcome: 'returned_to_ai' });
    expect(cancelled).toMatchObject({ status: 'cancelled', outcome: 'returned_to_ai' });
    await until(() => visitor.session?.owner === 'ai');

    await expect(stage.bea.sessions.send(sessionId, { text: 'One more thing' })).rejects.toMatchObject({ code: 'speech.not_yours', status: 409 });
    await visitor.send('How long does shipping take?');
    await until(() => seen.some(({ author, text }) => author.kind === 'ai' && text.includes('three working days')));
    expect(seqs(seen)).toEqual(upTo(seen.length));
  });

  it('withholds a weak answer and calls a person with it', async () => {
    const { visitor, seen, sessionId } = await stage.visitor();
    await visitor.send('Which of your sofas fits a blue room with two windows and a parrot?');
    await until(() => visitor.session?.owner === 'queue');
    const handoff = await until(async () => (await stage.ana.handoffs.list({ view: 'open' })).items.find((one) => one.sessionId === sessionId));
    expect(handoff.trigger).toBe('confidence_low');
    expect(kinds(seen)).not.toContain('ai');
    await visitor.send('Hello?');
    await until(() => texts(seen).includes('Hello?'));
    expect(kinds((await stage.ana.handoffs.get(handoff.id)).messages)).not.toContain('ai');
  });

  it('is claimed by one of two who try at once', async () => {
    const { visitor, sessionId } = await stage.visitor();
    await visitor.requestPerson();
    const handoff = (await stage.ana.handoffs.list({ view: 'unassigned' })).items.find((one) => one.sessionId === sessionId)!;
    const tries = await Promise.allSettled([stage.ana.handoffs.claim(handoff.id), stage.bea.handoffs.claim(handoff.id)]);
    const lost = tries.filter((one) => one.status === 'rejected').map((one) => one.reason as unknown);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ code: 'handoff.already_claimed', status: 409, details: { assignee: { name: expect.any(String) } } });
  });

  it('is the one that was claimed, also when many are claimed at once', async () => {
    const visitors = await Promise.all(['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name) => stage.visitor({ visitor: { name } })));
    for (const { visitor, sessionId } of visitors) {
      await visitor.requestPerson();
      await visitor.send(`I am ${sessionId}`);
    }
    const { items } = await stage.ana.handoffs.list({ view: 'unassigned' });
    const waiting = items.filter(({ sessionId }) => visitors.some((one) => one.sessionId === sessionId));
    await Promise.all(waiting.map(({ id, sessionId }) => stage.ana.handoffs.writeNote(id, `about ${sessionId}`)));
    const claimed = await Promise.all(waiting.map(({ id }, at) => (at % 2 ? stage.ana : stage.bea).handoffs.claim(id)));
    for (const [at, handoff] of claimed.entries()) {
      const { id, sessionId, visitor } = waiting[at]!;
      expect(handoff).toMatchObject({
        id,
        status: 'claimed',
        session: { id: sessionId, owner: 'agent' },
        visitor: { id: visitor.id, name: visitor.name },
        notes: [{ body: `about ${sessionId}` }],
      });
      expect(texts(handoff.messages)).toContain(`I am ${sessionId}`);
      expect(handoff.messages.every((message) => message.sessionId === sessionId)).toBe(true);
      expect(seqs(handoff.messages)).toEqual(upTo(handoff.session.lastSeq));
      expect(handoff.timeline.map(({ kind }) => kind)).toEqual(['opened', 'noted', 'claimed']);
    }
  });

  it('is claimed whole by an id in capital letters', async () => {
    const { visitor, sessionId } = await stage.visitor();
    await visitor.requestPerson();
    const { id } = (await stage.ana.handoffs.list({ view: 'unassigned' })).items.find((one) => one.sessionId === sessionId)!;
    expect(await stage.ana.handoffs.claim(id.toUpperCase())).toMatchObject({ id, status: 'claimed', session: { owner: 'agent' } });
  });

  it('comes with what its visitor had said before it', async () => {
    const first = await stage.visitor();
    await first.visitor.send('How long does delivery take?');
    await first.visitor.requestPerson();
    const second = await stage.visitor();
    const database = stage.server.get(Database);
    await database.query(`update session set visitor_id = (select visitor_id from session where id = $1) where id = $2`, [
      first.sessionId,
      second.sessionId,
    ]);
    await second.visitor.requestPerson();
    const { items } = await stage.ana.handoffs.list({ view: 'unassigned' });
    const detailsOf = (sessionId: string) => stage.ana.handoffs.get(items.find((one) => one.sessionId === sessionId)!.id);
    expect((await detailsOf(first.sessionId)).earlierSessions).toEqual([]);
    expect((await detailsOf(second.sessionId)).earlierSessions).toMatchObject([
      { id: first.sessionId, closedAt: null, handoff: { trigger: 'requested', status: 'pending', assignee: null } },
    ]);
  });

  it('asked for over the socket by a visitor without words is queued once', async () => {
    const { visitor, sessionId } = await stage.visitor();
    const [first, second] = await Promise.all([visitor.requestPerson(), visitor.requestPerson()]);
    expect([first.status, second.status]).toEqual(['pending', 'pending']);
    const { items } = await stage.ana.handoffs.list({ status: 'pending' });
    expect(items.filter((one) => one.sessionId === sessionId)).toHaveLength(1);
  });

  it('is opened again by a visitor who writes after it was closed', async () => {
    const { visitor, sessionId } = await stage.visitor();
    await visitor.send('How long does delivery take?');
    await visitor.end();
    await until(() => visitor.session?.status === 'closed');
    await visitor.send('And express?');
    await until(() => visitor.session?.owner === 'ai' || visitor.session?.owner === 'queue');
    expect(visitor.session?.id).toBe(sessionId);
  });
});
