import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { SystemClock } from '../../platform/clock/index.js';
import { Database, newId } from '../../platform/database/index.js';
import { SpeechWriter, type Speech } from '../sessions/index.js';
import { TurnLedger } from './turn-ledger.js';

describe('TurnLedger', () => {
  let own: OpenDatabase;
  let database: Database;
  /** Of another process. */
  let elsewhere: Database;
  let given: Rows;
  let writer: SpeechWriter;
  let sut: TurnLedger;

  beforeAll(async () => {
    own = await openTestDatabase();
    ({ database } = own);
    elsewhere = new Database(own.orm);
    ({ given } = own);
    writer = new SpeechWriter(database);
  });
  afterAll(async () => {
    await elsewhere.close();
    await own.close();
  });
  beforeEach(() => (sut = new TurnLedger(database, new SystemClock())));

  const speechIn = (session: { id: string; websiteId: string }, more: Partial<Speech> = {}): Speech => ({
    messageId: newId(),
    sessionId: session.id,
    websiteId: session.websiteId,
    author: { kind: 'visitor', id: null, name: null },
    text: 'Hello',
    attachments: [],
    clientId: null,
    event: null,
    ai: null,
    fence: { kind: 'open' },
    turnId: newId(),
    at: new Date(),
    ...more,
  });
  const turnOf = async (speech: Speech) => {
    const outcome = await writer.write(speech);
    if (outcome.kind !== 'written' || !outcome.turn) throw new Error('No answer is owed.');
    return outcome.turn;
  };
  const inFourSeconds = () => new Date(Date.now() + 4_000);

  it('begins a turn once', async () => {
    const session = await given.session();
    const { id } = await turnOf(speechIn(session));
    const both = await Promise.all([sut.begin(id, new Date()), new TurnLedger(database, new SystemClock()).begin(id, new Date())]);
    expect(both.filter(Boolean)).toMatchObject([{ id, sessionId: session.id, attempt: 1 }]);
  });

  it('does not begin one that a message is joining, and waits for nobody', async () => {
    const session = await given.session();
    const { id } = await turnOf(speechIn(session));
    let meanwhile: unknown;
    await database.transaction(async (tx) => {
      await writer.writeWithin(tx, speechIn(session));
      meanwhile = await new TurnLedger(elsewhere, new SystemClock()).begin(id, new Date());
    });
    expect(meanwhile).toBeNull();
    expect(await sut.begin(id, new Date())).toMatchObject({ id, attempt: 1 });
  });

  it('takes a turn that was begun with its message without asking again, as long as its lease runs', async () => {
    const speech = speechIn(await given.session(), { turnLease: inFourSeconds() });
    const { id, begun } = await turnOf(speech);
    expect(begun).toBe(true);
    sut.begun(id, speech);
    expect(await sut.begin(id, new Date())).toMatchObject({ id, attempt: 1, sessionId: speech.sessionId });
    expect(await sut.begin(id, new Date())).toBeNull();
    sut.begun(id, speech);
    // By then another process may have taken it.
    expect(await sut.begin(id, new Date(Date.now() + 5_000))).toMatchObject({ id, attempt: 2 });
  });

  it('leaves what it did not get to to anybody when it stops', async () => {
    const speech = speechIn(await given.session(), { turnLease: inFourSeconds() });
    const { id } = await turnOf(speech);
    sut.begun(id, speech);
    expect(await sut.stranded(new Date())).not.toContain(id);
    await sut.beforeApplicationShutdown();
    expect(await sut.stranded(new Date(Date.now() + 1))).toContain(id);
  });
});
