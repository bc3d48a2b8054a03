import { randomUUID } from 'node:crypto';
import type { Suggestion } from '#contracts';
import type { BatonTeam } from '#sdk';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { OpenAiServer } from '../fakes/openai-server.js';
import { Stage, kinds, seqs, texts, until, upTo } from './support/stage.js';

/** The invariants of the design, each tried from outside against the whole application. */
describe('Whatever happens', () => {
  let stage: Stage;
  let ai: OpenAiServer;

  beforeAll(async () => {
    ai = await OpenAiServer.start();
    stage = await Stage.set({ BATON_ALLOW_PRIVATE_EGRESS: '127.0.0.1/32' });
  });
  afterAll(async () => {
    await stage.end();
    await ai.close();
  });
  beforeEach(() => ai.forgetAll());

  const waiting = async () => {
    const { visitor, seen, sessionId, token } = await stage.visitor();
    await visitor.requestPerson();
    const handoff = await handoffOf(sessionId);
    return { visitor, seen, token, sessionId, handoffId: handoff.id };
  };
  const handoffOf = (sessionId: string) =>
    until(async () => (await stage.admin.handoffs.list({ sort: 'newest', limit: 200 })).items.find((one) => one.sessionId === sessionId));
  const answerWith = (settings: object) => stage.admin.websites.update(stage.shop.id, { assistant: settings });
  const suggestionsOf = async (handoffId: string): Promise<readonly Suggestion[]> => (await stage.ana.handoffs.get(handoffId)).suggestions;

  it('one of many agents wins a claim: 200 racing claims over 20 handoffs have 20 winners', async () => {
    const handoffs = await Promise.all(Array.from({ length: 20 }, waiting));
    const agents: BatonTeam[] = [
      stage.ana,
      stage.bea,
      ...(await Promise.all(Array.from({ length: 8 }, (_, n) => stage.person(`Agent${n}`, [{ websiteId: null, role: 'agent' }])))),
    ];
    const claims = handoffs.flatMap(({ handoffId }) => agents.map((agent) => ({ handoffId, claim: agent.handoffs.claim(handoffId) })));
    const settled = await Promise.allSettled(claims.map(({ claim }) => claim));
    const winners = settled.flatMap((one, n) => (one.status === 'fulfilled' ? [claims[n]!.handoffId] : []));
    expect(winners).toHaveLength(20);
    expect(new Set(winners).size).toBe(20);
    for (const lost of settled) if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'handoff.already_claimed' });
  });

  it('a session has one open handoff, however many ways it is asked for at once', async () => {
    const { visitor, sessionId } = await stage.visitor();
    const database = stage.server.get(Database);
    const asked: Promise<unknown>[] = [];
    // All of them have looked by then, unless they wait to look.
    await database.transaction(async (tx) => {
      await tx.query('select from session where id = $1 for update', [sessionId]);
      asked.push(
        visitor.requestPerson(),
        visitor.send('I want to talk to a person'),
        stage.ana.sessions.openHandoff(sessionId, {}),
        stage.bea.sessions.openHandoff(sessionId, {}),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await Promise.all(asked);
    const open = (await stage.admin.handoffs.list({ view: 'open', limit: 200 })).items.filter((one) => one.sessionId === sessionId);
    expect(open).toHaveLength(1);
    const second = database.query(
      `insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at)
       select gen_random_uuid(), website_id, session_id, 'pending', trigger, code, reason, 0, now(), now() from handoff where session_id = $1`,
      [sessionId],
    );
    await expect(second).rejects.toMatchObject({ code: '23505' });
  });

  it('an AI answer that ends after the takeover is refused: the team sees it as a suggestion, the visitor never', async () => {
    await answerWith({ responder: 'openai_compatible', baseUrl: ai.baseUrl, model: ai.model, apiKey: ai.apiKey });
    const words = ['Orders ', 'arrive ', 'within ', 'three ', 'working ', 'days', '.'];
    ai.next({ kind: 'say', text: [CONFIDENT, ...words], everyMs: 150 });
    const { visitor, seen, sessionId } = await stage.visitor();
    const deltas: string[] = [];
    visitor.on('delta', ({ text }) => deltas.push(text));
    await visitor.send('How long does delivery take?');
    await until(() => deltas.length > 0);
    await visitor.requestPerson();
    const { id } = await handoffOf(sessionId);
    await stage.ana.handoffs.claim(id);
    const [suggestion] = await until(async () => ((await suggestionsOf(id)).length ? suggestionsOf(id) : null));
    expect(suggestion).toMatchObject({ why: 'lost_fence', text: expect.stringContaining('Orders') });
    await stage.ana.sessions.send(sessionId, { clientId: randomUUID(), text: 'Ana here' });
    await until(() => texts(seen).includes('Ana here'));
    expect(kinds(seen)).not.toContain('ai');
    expect(await until(() => ai.openStreams === 0)).toBe(true);
    await answerWith({ responder: 'knowledge' });
  });

  it('an AI that fails, stalls or breaks off is a fact, and a person is called', async () => {
    await answerWith({ responder: 'openai_compatible', baseUrl: ai.baseUrl, model: ai.model, apiKey: ai.apiKey, deadlineMs: 800 });
    for (const behaviour of [{ kind: 'fail', status: 500 }, { kind: 'stall' }, { kind: 'cut', text: [CONFIDENT, 'Orders arr'] }] as const) {
      // The AI's client tries again by itself; it is to fail every time.
      ai.forgetAll();
      ai.next(behaviour, behaviour, behaviour, behaviour);
      const { visitor, seen, sessionId } = await stage.visitor();
      await visitor.send('How long does delivery take?');
      await until(() => visitor.session?.owner === 'queue');
      expect(await handoffOf(sessionId)).toMatchObject({ trigger: 'confidence_low', code: 'ai_unavailable' });
      expect(kinds(seen)).not.toContain('ai');
    }
    await answerWith({ responder: 'knowledge', deadlineMs: 30_000 });
  });

  it('a customer’s own bot speaks under the same fence', async () => {
    await answerWith({ responder: 'none' });
    const { visitor, sessionId } = await stage.visitor();
    await visitor.send('How long does delivery take?');
    const say = (epoch: number, text: string, confidence: number) =>
      stage.admin.sessions.sendAsAi(sessionId, { clientId: randomUUID(), epoch, text, confidence });
    expect(await say(1, 'Three days.', 0.9)).toMatchObject({ outcome: 'delivered', message: { author: { kind: 'ai' } } });
    expect(await say(1, 'Perhaps four.', 0.1)).toMatchObject({ outcome: 'withheld' });
    await expect(say(1, 'Or five.', 0.9)).rejects.toMatchObject({ code: 'speech.not_yours', status: 409 });
    const { id } = await handoffOf(sessionId);
    expect((await suggestionsOf(id)).map(({ text, why }) => [text, why])).toEqual([
      ['Perhaps four.', 'withheld'],
      ['Or five.', 'lost_fence'],
    ]);
    await answerWith({ responder: 'knowledge' });
  });

  it('a bot that repeats itself is answered as before, whatever became of its words', async () => {
    await answerWith({ responder: 'none' });
    const { visitor, sessionId } = await stage.visitor();
    await visitor.send('How long does delivery take?');
    const [delivered, withheld, late] = [
      { clientId: randomUUID(), epoch: 1, text: 'Three days.', confidence: 0.9 },
      { clientId: randomUUID(), epoch: 1, text: 'Perhaps four.', confidence: 0.1 },
      { clientId: randomUUID(), epoch: 1, text: 'Or five.', confidence: 0.9 },
    ];
    const say = (body: typeof delivered) => stage.admin.sessions.sendAsAi(sessionId, body);
    for (const body of [delivered, withheld]) expect(await say(body)).toEqual(await say(body));
    for (const _ of [1, 2]) await expect(say(late)).rejects.toMatchObject({ code: 'speech.not_yours' });
    await expect(say({ ...withheld, text: 'Another thing.' })).rejects.toMatchObject({ code: 'message.client_id_reused' });
    const { id } = await handoffOf(sessionId);
    expect((await suggestionsOf(id)).map(({ text }) => text)).toEqual(['Perhaps four.', 'Or five.']);
    await answerWith({ responder: 'knowledge' });
  });

  it('a timeline tells the order in which things happened, also when they race', async () => {
    const NEXT: Record<string, readonly string[]> = { opened: ['claimed', 'cancelled'], claimed: ['cancelled'], cancelled: [] };
    for (let round = 0; round < 15; round++) {
      const { visitor, handoffId } = await waiting();
      await Promise.allSettled([visitor.end(), stage.ana.handoffs.claim(handoffId), stage.bea.handoffs.claim(handoffId)]);
      const { timeline, status } = await stage.ana.handoffs.get(handoffId);
      const kinds = timeline.map(({ kind }) => kind);
      for (const [at, kind] of kinds.entries()) if (at > 0) expect(NEXT[kinds[at - 1]!]).toContain(kind);
      expect([kinds.at(-1), status]).toEqual(['cancelled', 'cancelled']);
    }
  });

  it('an agent who lost the handoff cannot speak any more, and who took it can', async () => {
    const { sessionId, handoffId } = await waiting();
    await stage.ana.handoffs.claim(handoffId);
    const say = (team: BatonTeam) => team.sessions.send(sessionId, { clientId: randomUUID(), text: 'Hello' });
    await say(stage.ana);
    await expect(stage.bea.handoffs.forceClaim(handoffId)).rejects.toMatchObject({ status: 403 });
    await stage.admin.handoffs.forceClaim(handoffId);
    await expect(say(stage.ana)).rejects.toMatchObject({ code: 'speech.not_yours' });
    await expect(stage.ana.handoffs.resolve(handoffId)).rejects.toMatchObject({ code: 'handoff.not_yours' });
    await say(stage.admin);
    await stage.admin.handoffs.release(handoffId);
    await expect(say(stage.admin)).rejects.toMatchObject({ code: 'speech.not_yours' });
    expect(await stage.ana.handoffs.get(handoffId)).toMatchObject({ status: 'pending', assignee: null });
  });

  it('a message that races with resolve ends in the closed transcript or reopens; never ownerless, never lost', async () => {
    for (let round = 0; round < 6; round++) {
      const { visitor, sessionId, handoffId } = await waiting();
      await stage.ana.handoffs.claim(handoffId);
      await Promise.all([stage.ana.handoffs.resolve(handoffId), visitor.send('One more thing'), visitor.send('And another')]);
      const { items } = await stage.ana.sessions.messages(sessionId, { afterSeq: 0 });
      expect(texts(items).filter((text) => ['One more thing', 'And another'].includes(text))).toHaveLength(2);
      expect(seqs(items)).toEqual(upTo(items.length));
      const session = await stage.ana.sessions.get(sessionId);
      const lastIsVisitors = items.findLast(({ author }) => author.kind === 'visitor' || author.kind === 'system')!.author.kind === 'visitor';
      if (lastIsVisitors) expect(session.owner).not.toBe('nobody');
      expect((session.owner === 'nobody') === (session.status === 'closed')).toBe(true);
    }
  });

  it('what is written while the AI answers is answered too', async () => {
    for (const pause of [0, 5, 20]) {
      const { visitor, seen, sessionId } = await stage.visitor();
      const first = visitor.send('How long does delivery take?');
      await new Promise((resolve) => setTimeout(resolve, pause));
      await Promise.all([first, visitor.send('I want to talk to a person')]);
      await until(() => visitor.session?.owner === 'queue');
      expect(await handoffOf(sessionId)).toMatchObject({ code: 'asked_in_words' });
      expect(seqs(seen)).toEqual(upTo(seen.length));
    }
  });

  it('a wish for a person that was turned down does not call one again by itself', async () => {
    const { visitor, seen, sessionId } = await stage.visitor();
    await visitor.send('I want to talk to a person');
    const { id } = await handoffOf(sessionId);
    await stage.ana.handoffs.cancel(id, { outcome: 'returned_to_ai' });
    await visitor.send('How long does delivery take?');
    await until(() => kinds(seen).includes('ai'));
    expect((await stage.ana.sessions.get(sessionId)).owner).toBe('ai');
  });

  it('what the team keeps to itself reaches no visitor', async () => {
    const { seen, token, sessionId, handoffId } = await waiting();
    await stage.ana.handoffs.claim(handoffId);
    await stage.ana.handoffs.writeNote(handoffId, 'A secret between us');
    await stage.ana.sessions.send(sessionId, { clientId: randomUUID(), text: 'Hello' });
    await until(() => texts(seen).includes('Hello'));
    const current = `${stage.url}/api/v1/widget/sessions/current`;
    const headers = { authorization: `Bearer ${token}` };
    const synced = await Promise.all([current, `${current}/messages?afterSeq=0`].map(async (url) => (await fetch(url, { headers })).json()));
    const everything = JSON.stringify([seen, synced]);
    for (const secret of ['A secret between us', 'evidence', 'confidence', 'suggestion', 'epoch', '"ai":']) expect(everything).not.toContain(secret);
  });

  it('every change of a handoff stands in timeline, audit log and outbox, or did not happen', async () => {
    const { handoffId } = await waiting();
    await stage.ana.handoffs.claim(handoffId);
    await stage.ana.handoffs.cancel(handoffId, { outcome: 'returned_to_ai', note: 'Nothing for us' });
    const database = stage.server.get(Database);
    const kindsIn = async (sql: string) => (await database.query<{ kind: string }>(sql, [handoffId])).map(({ kind }) => kind).sort();
    expect(await kindsIn(`select kind from handoff_event where handoff_id = $1`)).toEqual(['cancelled', 'claimed', 'noted', 'opened']);
    expect(await kindsIn(`select action as kind from audit_entry where subject_id = $1`)).toEqual([
      'handoff.cancelled',
      'handoff.claimed',
      'handoff.noted',
      'handoff.opened',
    ]);
    expect(await kindsIn(`select kind from domain_event where payload->>'handoffId' = $1::text`)).toEqual([
      'handoff.cancelled',
      'handoff.claimed',
      'handoff.opened',
    ]);
  });

  it('no database transaction is open while the AI is asked', async () => {
    await answerWith({ responder: 'openai_compatible', baseUrl: ai.baseUrl, model: ai.model, apiKey: ai.apiKey });
    ai.next({ kind: 'stall', text: [CONFIDENT] });
    const { visitor } = await stage.visitor();
    await visitor.send('How long does delivery take?');
    await until(() => ai.openStreams > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const open = await stage.server
      .get(Database)
      .query(
        `select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%' and now() - state_change > interval '200 ms'`,
      );
    expect(open).toEqual([]);
    await visitor.requestPerson();
    await answerWith({ responder: 'knowledge' });
  });
});

/** What a model writes before its answer; see the assistant's header. */
const CONFIDENT = '{"confidence": 0.9, "answered": true, "topics": [], "complexity": 0.1, "sources": [1]}\n';
