import { randomUUID } from 'node:crypto';
import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { Database, newId } from '../../platform/database/index.js';
import type { Fence, Speech, SpeechOutcome } from './speech.js';
import { SpeechWriter } from './speech-writer.js';

describe('SpeechWriter', () => {
  let own: OpenDatabase;
  let database: Database;
  let given: Rows;
  let sut: SpeechWriter;

  beforeAll(async () => {
    own = await openTestDatabase();
    ({ database, given } = own);
    sut = new SpeechWriter(database);
  });
  afterAll(async () => {
    await own.close();
  });

  const speech = (session: { id: string; websiteId: string }, more: Partial<Speech> = {}): Speech => ({
    messageId: newId(),
    sessionId: session.id,
    websiteId: session.websiteId,
    author: { kind: 'visitor', id: null, name: null },
    text: 'Hello',
    attachments: [],
    clientId: randomUUID(),
    event: null,
    ai: null,
    fence: { kind: 'open' },
    turnId: null,
    at: new Date(),
    ...more,
  });
  const byAi = (fence: Fence): Partial<Speech> => ({ author: { kind: 'ai', id: null, name: null }, fence });
  const seqsOf = async (sessionId: string): Promise<number[]> =>
    (await database.query<{ seq: number }>('select seq from message where session_id = $1 order by seq', [sessionId])).map(({ seq }) => seq);
  const setOwner = (sessionId: string, owner: string, epoch: number, agent: string | null = null) =>
    database.query('update session set owner = $2, epoch = $3, owner_user_id = $4 where id = $1', [sessionId, owner, epoch, agent]);

  it('numbers the messages of a session 1, 2, 3 … however many arrive at once', async () => {
    const sessions = await Promise.all([given.session(), given.session(), given.session()]);
    const other = new SpeechWriter(database);
    await Promise.all(sessions.flatMap((session) => Array.from({ length: 60 }, (_, n) => (n % 2 ? sut : other).write(speech(session)))));
    for (const session of sessions) expect(await seqsOf(session.id)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
  });

  it('keeps the order in which one sender wrote', async () => {
    const session = await given.session();
    await Promise.all(Array.from({ length: 30 }, (_, n) => sut.write(speech(session, { text: `${n}` }))));
    const rows = await database.query<{ text: string }>('select text from message where session_id = $1 order by seq', [session.id]);
    expect(rows.map(({ text }) => Number(text))).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  it('gives the same message for the same clientId, also when both come at once from two processes', async () => {
    const session = await given.session();
    const clientId = randomUUID();
    const other = new SpeechWriter(database);
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? sut : other).write(speech(session, { clientId }))));
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'repeated')).toHaveLength(9);
    expect(await seqsOf(session.id)).toEqual([1]);
  });

  describe('when two processes have begun to write at the same moment', () => {
    /** Both have looked, neither has written: they wait for the same row, which a third one holds until then. */
    const atOnce = async (session: { id: string; websiteId: string }, ...speeches: [Speech, Speech]): Promise<SpeechOutcome[]> => {
      const held = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      const holding = database.transaction(async (tx) => {
        await tx.query('select from session where id = $1 for update', [session.id]);
        held.resolve();
        await release.promise;
      });
      await held.promise;
      const outcomes = Promise.all([sut.write(speeches[0]), new SpeechWriter(database).write(speeches[1])]);
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await database.query(waiting)).length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      release.resolve();
      await holding;
      return outcomes;
    };

    it('gives the same message for the same clientId', async () => {
      const session = await given.session();
      const same = speech(session);
      const outcomes = await atOnce(session, same, { ...same, messageId: newId() });
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['repeated', 'written']);
      expect(await seqsOf(session.id)).toEqual([1]);
    });

    it('gives two messages two numbers', async () => {
      const session = await given.session();
      const outcomes = await atOnce(session, speech(session), speech(session));
      expect(outcomes.map((outcome) => outcome.kind === 'written' && outcome.row.seq).sort()).toEqual([1, 2]);
      expect(await seqsOf(session.id)).toEqual([1, 2]);
    });
  });

  it('refuses the same clientId with another body', async () => {
    const session = await given.session();
    const clientId = randomUUID();
    await sut.write(speech(session, { clientId, text: 'one' }));
    expect(await sut.write(speech(session, { clientId, text: 'two' }))).toEqual({ kind: 'conflict', seq: 1 });
  });

  it('lets the AI speak only as the owner, and only under its own epoch', async () => {
    const session = await given.session();
    expect(await sut.write(speech(session, byAi({ kind: 'ai', epoch: 1 })))).toMatchObject({ kind: 'written' });
    expect(await sut.write(speech(session, byAi({ kind: 'ai', epoch: 0 })))).toMatchObject({ kind: 'refused', owner: 'ai', epoch: 1 });
    await setOwner(session.id, 'queue', 2);
    expect(await sut.write(speech(session, byAi({ kind: 'ai', epoch: 2 })))).toMatchObject({ kind: 'refused', owner: 'queue' });
    await setOwner(session.id, 'ai', 3);
    expect(await sut.write(speech(session, byAi({ kind: 'ai', epoch: 1 })))).toMatchObject({ kind: 'refused', owner: 'ai', epoch: 3 });
    expect(await seqsOf(session.id)).toEqual([1]);
  });

  it('lets only the agent who owns the session speak', async () => {
    const [ana, bea] = await Promise.all([given.user('Ana'), given.user('Bea')]);
    const session = await given.session({ owner: 'agent', agentId: ana });
    const by = (userId: string, epoch: number | null = null): Partial<Speech> => ({
      author: { kind: 'agent', id: userId, name: 'x' },
      fence: { kind: 'agent', userId, epoch },
    });
    expect(await sut.write(speech(session, by(ana)))).toMatchObject({ kind: 'written' });
    expect(await sut.write(speech(session, by(bea)))).toMatchObject({ kind: 'refused' });
    expect(await sut.write(speech(session, by(ana, 0)))).toMatchObject({ kind: 'refused' });
    await setOwner(session.id, 'agent', 2, bea);
    expect(await sut.write(speech(session, by(ana)))).toMatchObject({ kind: 'refused' });
    expect(await seqsOf(session.id)).toEqual([1]);
  });

  it('refuses a visitor on a closed session, and on another website', async () => {
    const closed = await given.session({ owner: 'nobody' });
    expect(await sut.write(speech(closed))).toMatchObject({ kind: 'refused', owner: 'nobody' });
    const session = await given.session();
    expect(await sut.write(speech({ ...session, websiteId: closed.websiteId }))).toEqual({ kind: 'refused', owner: null, epoch: null });
  });

  it('records that the AI owes an answer once, for all that was written before it began', async () => {
    const session = await given.session();
    const first = await sut.write(speech(session, { turnId: newId() }));
    const second = await sut.write(speech(session, { turnId: newId() }));
    expect(first.kind === 'written' && second.kind === 'written' && first.turn?.id === second.turn?.id).toBe(true);
    expect(await database.query('select after_seq from ai_turn where session_id = $1', [session.id])).toEqual([{ after_seq: 1 }]);
  });

  it('begins the answer together with the message, unless one is owed or worked on already', async () => {
    const session = await given.session();
    const turnLease = new Date(Date.now() + 4_000);
    const write = async (more: Partial<Speech>) => {
      const outcome = await sut.write(speech(session, { turnId: newId(), ...more }));
      return outcome.kind === 'written' ? outcome.turn : null;
    };
    const begun = await write({ turnLease });
    const follower = await write({ turnLease });
    const joining = await write({ turnLease });
    expect([begun?.begun, follower?.begun, joining]).toEqual([true, false, follower]);
    const turns = await database.query('select state, after_seq, attempts, lease_until from ai_turn where session_id = $1 order by after_seq', [
      session.id,
    ]);
    expect(turns).toEqual([
      { state: 'running', after_seq: 1, attempts: 1, lease_until: turnLease },
      { state: 'owed', after_seq: 2, attempts: 0, lease_until: null },
    ]);
  });

  it('records no debt of the AI while a person owns the session', async () => {
    const session = await given.session({ owner: 'queue' });
    expect(await sut.write(speech(session, { turnId: newId() }))).toMatchObject({ kind: 'written', turn: null });
  });

  it('goes on with other sessions while one is held by a process that is stuck', async () => {
    const [held, free] = await Promise.all([given.session(), given.session()]);
    let release = (): void => undefined;
    const stuck = new Database(own.orm).transaction(async (tx) => {
      await tx.query('select from session where id = $1 for update', [held.id]);
      await new Promise<void>((resolve) => (release = resolve));
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const blocked = sut.write(speech(held)).catch((error: { code?: string }) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const since = performance.now();
    expect(await sut.write(speech(free))).toMatchObject({ kind: 'written' });
    expect(performance.now() - since).toBeLessThan(700);
    expect(await blocked).toBe('55P03');
    release();
    await stuck;
    expect(await sut.write(speech(held))).toMatchObject({ kind: 'written', row: { seq: 1 } });
  });

  it('does not let one bad message take its batch with it', async () => {
    const [good, bad] = await Promise.all([given.session(), given.session()]);
    const first = sut.write(speech(good));
    const alsoFirst = sut.write(speech(await given.session()));
    const outcomes = await Promise.allSettled([first, alsoFirst, sut.write(speech(bad, { text: 'nul \u0000' })), sut.write(speech(good))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await seqsOf(good.id)).toEqual([1, 2]);
  });

  it('marks the first response of an agent, with its timeline entry, once', async () => {
    const ana = await given.user();
    const session = await given.session({ owner: 'agent', agentId: ana });
    const handoffId = newId();
    await database.query(
      `insert into handoff (id, website_id, session_id, status, trigger, code, reason, assignee_id, opened_seq, opened_at, claimed_at, updated_at)
       values ($1, $2, $3, 'claimed', 'requested', 'x', 'x', $4, 0, now(), now(), now())`,
      [handoffId, session.websiteId, session.id, ana],
    );
    const reply: Partial<Speech> = { author: { kind: 'agent', id: ana, name: 'Ana' }, fence: { kind: 'agent', userId: ana, epoch: null } };
    const at = new Date('2026-05-01T10:00:00Z');
    await sut.write(speech(session));
    await sut.write(speech(session, { ...reply, at }));
    await sut.write(speech(session, { ...reply, at: new Date('2026-05-01T10:05:00Z') }));
    const [handoff] = await database.query<{ first_response_at: Date }>('select first_response_at from handoff where id = $1', [handoffId]);
    expect(handoff?.first_response_at).toEqual(at);
    expect(await database.query('select kind from handoff_event where handoff_id = $1', [handoffId])).toEqual([{ kind: 'first_response' }]);
  });

  it('rolls back with the change it is part of', async () => {
    const session = await given.session();
    const change = database.transaction(async (tx) => {
      await sut.writeWithin(tx, speech(session));
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    expect(await seqsOf(session.id)).toEqual([]);
    await sut.write(speech(session));
    expect(await seqsOf(session.id)).toEqual([1]);
  });
});
