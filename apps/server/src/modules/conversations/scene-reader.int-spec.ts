import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { Database, newId } from '../../platform/database/index.js';
import { SpeechWriter } from '../sessions/index.js';
import { SceneReader } from './scene-reader.js';

describe('SceneReader', () => {
  let own: OpenDatabase;
  let database: Database;
  let given: Rows;
  let writer: SpeechWriter;

  beforeAll(async () => {
    own = await openTestDatabase();
    ({ database, given } = own);
    writer = new SpeechWriter(database);
  });
  afterAll(async () => {
    await own.close();
  });

  const say = (session: { id: string; websiteId: string }, author: 'visitor' | 'system', text: string) =>
    writer.write({
      messageId: newId(),
      sessionId: session.id,
      websiteId: session.websiteId,
      author: { kind: author, id: null, name: null },
      text,
      attachments: [],
      clientId: null,
      event: null,
      ai: null,
      fence: { kind: 'none' },
      turnId: null,
      at: new Date(),
    });
  const seen = async (reader: SceneReader, sessionId: string) => {
    const row = await reader.read(sessionId);
    return row && { texts: row.messages.map(({ text }) => text), visitorMessages: row.visitor_messages, lastSeq: row.last_seq };
  };

  it('sees what was written since it last looked, and what it saw before', async () => {
    const session = await given.session();
    const sut = new SceneReader(database);
    await say(session, 'visitor', 'one');
    await say(session, 'system', 'two');
    expect(await seen(sut, session.id)).toEqual({ texts: ['one', 'two'], visitorMessages: 1, lastSeq: 2 });
    await say(session, 'visitor', 'three');
    expect(await seen(sut, session.id)).toEqual({ texts: ['one', 'two', 'three'], visitorMessages: 2, lastSeq: 3 });
    expect(await seen(sut, session.id)).toEqual({ texts: ['one', 'two', 'three'], visitorMessages: 2, lastSeq: 3 });
  });

  it('reads the same as somebody who never looked, however long the conversation and whenever it looks', async () => {
    const session = await given.session();
    const sut = new SceneReader(database);
    for (let n = 1; n <= 130; n++) {
      await say(session, n % 3 ? 'visitor' : 'system', `message ${n}`);
      if (n % 7 === 0 || n === 60 || n === 130) expect(await sut.read(session.id)).toEqual(await new SceneReader(database).read(session.id));
      if (n === 60) for (let more = 0; more < 45; more++) await say(session, 'visitor', `in between ${more}`);
    }
    expect((await seen(sut, session.id))?.texts).toHaveLength(40);
  });

  it('reads all anew when messages are gone that it has seen', async () => {
    const session = await given.session();
    const sut = new SceneReader(database);
    for (const text of ['one', 'two', 'three']) await say(session, 'visitor', text);
    await sut.read(session.id);
    await database.query('delete from message where session_id = $1 and seq > 1', [session.id]);
    await database.query('update session set last_seq = 1 where id = $1', [session.id]);
    expect(await seen(sut, session.id)).toEqual({ texts: ['one'], visitorMessages: 1, lastSeq: 1 });
  });

  it('finds nothing of a session that is not there', async () => {
    expect(await new SceneReader(database).read(newId())).toBeNull();
  });
});
