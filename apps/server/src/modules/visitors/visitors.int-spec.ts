import { startPeople, type People } from '../../../../../test/harness/people.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { VisitorTokens, Visitors } from './index.js';

const DAY_MS = 86_400_000;

describe('visitors', () => {
  let people: People;
  let visitors: Visitors;
  let websiteId: string;
  beforeAll(async () => {
    people = await startPeople();
    visitors = people.app.get(Visitors);
    websiteId = (await people.aWebsite()).id;
  });
  afterAll(() => people.stop());

  const create = (identity = {}) =>
    people.database.transaction((tx) =>
      visitors.create(tx, websiteId, identity, { locale: 'de', timeZone: 'Europe/Zurich', now: new Date('2026-01-02T03:04:05.678Z') }),
    );
  const describeAs = (id: string, identity: object) => people.database.transaction((tx) => visitors.describe(tx, id, identity));

  it('are kept as they say they are', async () => {
    const { id } = await create({ name: 'Vera', email: 'vera@example.test', attributes: { plan: 'pro', seats: 3, trial: false } });
    expect(await visitors.details(id)).toEqual({
      id,
      name: 'Vera',
      email: 'vera@example.test',
      phone: null,
      attributes: { plan: 'pro', seats: 3, trial: false },
      verified: false,
      locale: 'de',
      timeZone: 'Europe/Zurich',
      firstSeenAt: '2026-01-02T03:04:05.678Z',
    });
  });

  it('keep what they leave out when they say more', async () => {
    const { id } = await create({ name: 'Vera', attributes: { plan: 'pro' } });
    expect(await describeAs(id, { email: 'vera@example.test', attributes: { seats: 3 } })).toMatchObject({
      name: 'Vera',
      email: 'vera@example.test',
      attributes: { plan: 'pro', seats: 3 },
    });
  });

  it('are no longer verified once they name another address', async () => {
    const { id } = await create({ email: 'vera@example.test' });
    await people.database.query(`update visitor set verified = true where id = $1`, [id]);
    expect(await describeAs(id, { email: 'vera@example.test', name: 'Vera' })).toMatchObject({ verified: true });
    expect(await describeAs(id, { email: 'victim@example.test' })).toMatchObject({ verified: false });
  });

  it('do not grow without end', async () => {
    const attributes = (from: number) => Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a${from + i}`, i]));
    const { id } = await create({ attributes: attributes(0) });
    await expect(describeAs(id, { attributes: attributes(30) })).rejects.toMatchObject({ code: 'input.invalid', errors: [{ path: 'attributes' }] });
  });

  it('who are unknown are not found', async () => {
    await expect(visitors.details('01890000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'visitor.not_found' });
  });

  describe('tokens', () => {
    let tokens: VisitorTokens;
    beforeAll(() => {
      tokens = people.app.get(VisitorTokens);
    });

    async function issued(): Promise<{ token: string; caller: { websiteId: string; visitorId: string; sessionId: string } }> {
      const session = await new Rows(people.database).session({ websiteId });
      const caller = { websiteId, visitorId: session.visitorId, sessionId: session.id };
      return { caller, token: await people.database.transaction((tx) => tokens.issue(tx, caller)) };
    }

    it('let in for ninety days, and are stored as hashes alone', async () => {
      const { token, caller } = await issued();
      expect(token).toMatch(/^vt_[\w-]{43}$/);
      expect(await tokens.check(token)).toEqual(caller);
      const [row] = await people.database.query<{ text: string }>(`select t::text as text from visitor_token t where session_id = $1`, [
        caller.sessionId,
      ]);
      expect(row!.text).not.toContain(token.slice(3));

      const late = await issued();
      people.clock.advance(91 * DAY_MS);
      expect(await tokens.check(late.token)).toBeNull();
      people.clock.advance(-91 * DAY_MS);
    });

    it('end with their session, every one of them, and cut its pages', async () => {
      const { token, caller } = await issued();
      const second = await people.database.transaction((tx) => tokens.issue(tx, caller));
      expect(await tokens.check(token)).not.toBeNull();
      await people.database.transaction((tx) => tokens.revoke(tx, caller.sessionId));
      expect([await tokens.check(token), await tokens.check(second)]).toEqual([null, null]);
      expect(people.broadcaster.cut).toContain(`session ${caller.sessionId}`);
    });

    it('do not end when what would have ended them fails', async () => {
      const { token, caller } = await issued();
      await expect(
        people.database.transaction(async (tx) => {
          await tokens.revoke(tx, caller.sessionId);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await tokens.check(token)).toEqual(caller);
    });

    it('end with their website', async () => {
      const website = await people.aWebsite();
      const session = await new Rows(people.database).session({ websiteId: website.id });
      const token = await people.database.transaction((tx) =>
        tokens.issue(tx, { websiteId: website.id, visitorId: session.visitorId, sessionId: session.id }),
      );
      await (await people.admin()).delete(`/websites/${website.id}`);
      expect(await tokens.check(token)).toBeNull();
    });
  });
});
