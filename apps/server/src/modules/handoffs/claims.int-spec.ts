import { randomUUID } from 'node:crypto';
import type { MessageRow, MessageNews } from '../sessions/index.js';
import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { Member, type Grant } from '../../platform/access/index.js';
import { SystemClock } from '../../platform/clock/index.js';
import { newId, type Transaction } from '../../platform/database/index.js';
import { Claims } from './claims.js';
import type { InboxNews } from './inbox-news.js';

const EVERYWHERE: readonly Grant[] = [{ websiteId: null, permissions: ['handoff.view', 'handoff.claim'] }];

describe('Claims', () => {
  let db: OpenDatabase;
  let sut: Claims;
  let ana: Member;
  let bea: Member;
  let said: MessageRow[];
  let changed: string[];
  let rung: string[];

  beforeAll(async () => {
    db = await openTestDatabase();
    ana = new Member(await db.given.user('Ana'), 'Ana', EVERYWHERE);
    bea = new Member(await db.given.user('Bea'), 'Bea', EVERYWHERE, { apiKeyId: randomUUID(), name: 'Night shift' });
  });
  beforeEach(() => {
    [said, changed, rung] = [[], [], []];
    sut = new Claims(
      db.database,
      { saidWithChange: (row: MessageRow) => said.push(row) } as unknown as MessageNews,
      { handoffChanged: ({ handoffId }: { handoffId: string }) => changed.push(handoffId) } as unknown as InboxNews,
      { ring: (bell: string, id: string) => rung.push(`${bell} ${id}`), answer: () => () => undefined } as never,
      new SystemClock(),
    );
  });
  afterAll(() => db.close());

  const waiting = async (locale = 'en', status = 'pending') => {
    const { id: sessionId, websiteId } = await db.given.session({ owner: 'queue' });
    const id = newId();
    await db.database.query(`update session set locale = $2, last_seq = 4, epoch = 2 where id = $1`, [sessionId, locale]);
    await db.database.query(
      `insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at, outcome)
       values ($1, $2, $3, $4, 'requested', 'asked_in_words', 'Asked', 4, now(), now(), case when $4 = 'cancelled' then 'closed' end)`,
      [id, websiteId, sessionId, status],
    );
    return { id, sessionId, websiteId };
  };
  const one = async (sql: string, ...params: unknown[]) => (await db.database.query<Record<string, unknown>>(sql, params))[0];

  it('gives the session to the agent: a new owner and epoch, and a numbered line in the visitor’s language', async () => {
    const { id, sessionId } = await waiting('de');
    await sut.claim(ana, id);
    expect(await one('select owner, owner_user_id, epoch, last_seq from session where id = $1', sessionId)).toEqual({
      owner: 'agent',
      owner_user_id: ana.userId,
      epoch: 3,
      last_seq: 5,
    });
    const line = await one('select seq, author_kind, text, event from message where session_id = $1', sessionId);
    expect(line).toMatchObject({
      seq: 5,
      author_kind: 'system',
      text: expect.stringMatching(/^Ana ist/),
      event: { code: 'handoff.claimed', agent: 'Ana' },
    });
    expect(said).toMatchObject([{ session_id: sessionId, ...line }]);
    expect(changed).toEqual([id]);
    expect(rung).toEqual([`owner-changed ${sessionId}`, expect.stringMatching(/^outbox /)]);
  });

  it('records who did it, and with which key', async () => {
    const { id, sessionId, websiteId } = await waiting();
    await sut.claim(bea, id);
    expect(await one('select website_id, kind, actor_kind, actor_id, actor_name, details from handoff_event where handoff_id = $1', id)).toEqual({
      website_id: websiteId,
      kind: 'claimed',
      actor_kind: 'agent',
      actor_id: bea.userId,
      actor_name: 'Bea',
      details: { assignee: { id: bea.userId, name: 'Bea' } },
    });
    expect(await one('select * from audit_entry where subject_id = $1', id)).toMatchObject({
      action: 'handoff.claimed',
      subject_type: 'handoff',
      website_id: websiteId,
      actor_kind: 'api_key',
      actor_id: bea.via!.apiKeyId,
      actor_name: 'Night shift (Bea)',
    });
    expect(await one('select * from domain_event where session_id = $1', sessionId)).toMatchObject({
      kind: 'handoff.claimed',
      website_id: websiteId,
      payload: { handoffId: id, by: { kind: 'agent', id: bea.userId, name: 'Bea' }, assigneeId: bea.userId, takenFrom: null },
      fanned_out_at: null,
    });
  });

  it('answers each of many who ask at once for itself', async () => {
    const [free, contested, ended] = [await waiting(), await waiting(), await waiting('en', 'cancelled')];
    const elsewhere = new Member(await db.given.user(), 'Eve', [
      { websiteId: await db.given.website(), permissions: ['handoff.view', 'handoff.claim'] },
    ]);
    const onlooker = new Member(ana.userId, 'Ana', [{ websiteId: null, permissions: ['handoff.view'] }]);
    const asked = await Promise.allSettled([
      sut.claim(ana, free.id),
      sut.claim(bea, contested.id),
      sut.claim(ana, contested.id),
      sut.claim(bea, contested.id),
      sut.claim(ana, ended.id),
      sut.claim(ana, randomUUID()),
      sut.claim(elsewhere, free.id),
      sut.claim(onlooker, free.id),
    ]);
    expect(asked.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'claimed'))).toEqual([
      'claimed',
      'claimed',
      'handoff.already_claimed',
      'claimed',
      'handoff.ended',
      'handoff.not_found',
      'handoff.not_found',
      'access.denied',
    ]);
    expect(asked[2]).toMatchObject({ reason: { details: { assignee: { id: bea.userId, name: 'Bea' } } } });
    expect(await one('select count(*)::int as lines from message where session_id = $1', contested.sessionId)).toEqual({ lines: 1 });
  });

  /** Somebody else holds the session for a while when `act` begins, and leaves `change` behind. */
  const whileHeld = async <T>(sessionId: string, act: () => Promise<T>, change: (tx: Transaction) => Promise<unknown>): Promise<T> => {
    const held = Promise.withResolvers<void>();
    const other = db.database.transaction(async (tx) => {
      await tx.query('select from session where id = $1 for update', [sessionId]);
      held.resolve();
      await tx.query('select pg_sleep(0.2)');
      await change(tx);
    });
    await held.promise;
    const [result] = await Promise.all([act(), other]);
    return result;
  };

  it('does not stand before what it waited for', async () => {
    const { id, sessionId } = await waiting();
    const later = new Date(Date.now() + 5_000);
    await whileHeld(
      sessionId,
      () => sut.claim(ana, id),
      (tx) => tx.query('update session set last_activity_at = $2 where id = $1', [sessionId, later]),
    );
    expect(
      await one(
        `select h.claimed_at, e.created_at as entry, m.created_at as line, s.last_activity_at as activity
         from handoff h join handoff_event e on e.handoff_id = h.id join session s on s.id = h.session_id join message m on m.session_id = s.id
         where h.id = $1`,
        id,
      ),
    ).toEqual({ claimed_at: later, entry: later, line: later, activity: later });
    expect(said[0]!.created_at).toEqual(later);
  });

  it('loses to another process that was a moment earlier', async () => {
    const { id, sessionId } = await waiting();
    const claimed = await whileHeld(
      sessionId,
      () => sut.claim(ana, id).catch((error: unknown) => error),
      (tx) => tx.query(`update handoff set status = 'claimed', assignee_id = $2, claimed_at = now() where id = $1`, [id, bea.userId]),
    );
    expect(claimed).toMatchObject({ code: 'handoff.already_claimed', details: { assignee: { name: 'Bea' } } });
    expect(await one('select owner, epoch, last_seq from session where id = $1', sessionId)).toEqual({ owner: 'queue', epoch: 2, last_seq: 4 });
    expect([...said, ...changed, ...rung]).toEqual([]);
  });

  it('wins what its holder gives back meanwhile', async () => {
    const { id, sessionId } = await waiting();
    await sut.claim(bea, id);
    await whileHeld(
      sessionId,
      () => sut.claim(ana, id),
      (tx) => tx.query(`update handoff set status = 'pending', assignee_id = null, claimed_at = null where id = $1`, [id]),
    );
    expect(await one('select status, assignee_id from handoff where id = $1', id)).toEqual({ status: 'claimed', assignee_id: ana.userId });
  });

  it('is refused alone when its session stays locked; who claimed with it gets theirs', async () => {
    const [free, stuck] = [await waiting(), await waiting()];
    const asked = await whileHeld(
      stuck.sessionId,
      () => Promise.allSettled([sut.claim(ana, free.id), sut.claim(ana, stuck.id)]),
      (tx) => tx.query('select pg_sleep(2.5)'),
    );
    expect(asked).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: '55P03' } }]);
    expect(await one('select status from handoff where id = $1', stuck.id)).toEqual({ status: 'pending' });
  });
});
