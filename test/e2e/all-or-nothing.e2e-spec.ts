import { Database } from '../../apps/server/src/platform/database/index.js';
import { Stage, until } from './support/stage.js';

/** What happened, who did it and who must hear of it are written in one commit: where one cannot be written, nothing is. */
describe('A change that cannot be recorded does not happen', () => {
  let stage: Stage;
  let database: Database;
  let sessionId: string;
  let handoffId: string;

  beforeAll(async () => {
    stage = await Stage.set();
    database = stage.server.get(Database);
    await database.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused by the test'; end $$`);
    const { visitor, sessionId: id } = await stage.visitor();
    sessionId = id;
    await visitor.requestPerson();
    const handoff = await until(async () => (await stage.admin.handoffs.list()).items.find((one) => one.sessionId === sessionId));
    handoffId = handoff.id;
  });
  afterAll(() => stage.end());

  /** Everything such a change leaves behind. */
  const written = async (): Promise<unknown> =>
    (
      await database.query(
        `select (select status from handoff where id = $1) as status,
                (select row(owner, epoch, last_seq)::text from session where id = $2) as session,
                (select count(*)::int from message where session_id = $2) as messages,
                (select count(*)::int from handoff_event where handoff_id = $1) as timeline,
                (select count(*)::int from audit_entry where subject_id = $1) as audited,
                (select count(*)::int from domain_event where session_id = $2) as events`,
        [handoffId, sessionId],
      )
    )[0];

  describe.each([
    {
      act: 'a claim',
      before: 'pending',
      bringThere: () => Promise.resolve(),
      tried: () => stage.ana.handoffs.claim(handoffId),
      after: { status: 'claimed', timeline: 2, audited: 2, events: 2 },
    },
    {
      act: 'a release',
      before: 'claimed',
      bringThere: () => stage.ana.handoffs.claim(handoffId),
      tried: () => stage.ana.handoffs.release(handoffId),
      after: { status: 'pending', timeline: 3, audited: 3, events: 3 },
    },
  ])('$act', ({ before, bringThere, tried, after }) => {
    beforeAll(bringThere);

    it.each([
      ['on the timeline', 'handoff_event'],
      ['in the audit log', 'audit_entry'],
      ['in the outbox', 'domain_event'],
    ])('%s', async (_, table) => {
      const untouched = await written();
      expect(untouched).toMatchObject({ status: before });
      await database.query(`create trigger refuse before insert on ${table} for each row execute function refuse()`);
      await tried().catch(() => undefined);
      await database.query(`drop trigger refuse on ${table}`);
      expect(await written()).toEqual(untouched);
    });

    it('and happens as soon as it can be', async () => {
      await tried();
      expect(await written()).toMatchObject(after);
    });
  });
});
