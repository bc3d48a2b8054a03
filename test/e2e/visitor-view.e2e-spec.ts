import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { online, socketTo } from './support/raw.js';
import { SHOP, Stage, until } from './support/stage.js';

/** Field by field what may leave for a visitor's page; whatever is added to a type must be added here on purpose. */
const MAY_LEAVE: Readonly<Record<string, readonly string[]>> = {
  'message.created': ['message'],
  'message.delta': ['turnId', 'text'],
  'session.updated': ['session'],
  typing: ['author', 'on', 'name'],
  message: ['id', 'sessionId', 'seq', 'author', 'text', 'attachments', 'clientId', 'createdAt', 'sources', 'event'],
  author: ['kind', 'id', 'name'],
  sources: ['title', 'url'],
  event: ['code', 'position', 'etaSeconds', 'agent'],
  session: ['id', 'owner', 'status', 'lastSeq', 'readSeq', 'agent', 'position', 'etaSeconds', 'opensAt'],
  agent: ['name'],
};

describe('A visitor’s page hears', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(() => stage.end());

  it('nothing but its own conversation, and of that nothing the team keeps to itself', async () => {
    const heard: [event: string, body: object][] = [];
    const { visitor, sessionId, token } = await stage.visitor();
    const page = await open(token);
    page.onAny((event: string, body: object) => heard.push([event, body]));

    const other = await stage.visitor();
    await other.visitor.send('How long does delivery take?');
    await visitor.send('How long does delivery take?');
    await until(() => heard.some(([, body]) => authorOf(body) === 'ai'));
    await visitor.send('Do you know the way to San José, and what would it cost me?');
    const handoff = await until(async () => (await stage.admin.handoffs.list()).items.find((one) => one.sessionId === sessionId));
    await stage.ana.handoffs.claim(handoff.id);
    await stage.ana.handoffs.writeNote(handoff.id, 'A secret between us');
    const { suggestions } = await stage.ana.handoffs.get(handoff.id);
    await stage.ana.sessions.send(sessionId, { clientId: randomUUID(), text: 'Good-bye' });
    await until(() => JSON.stringify(heard).includes('Good-bye'));
    page.disconnect();

    for (const [event, body] of heard) expect(unknownFields(event, body)).toEqual([]);
    const everything = JSON.stringify(heard);
    for (const secret of ['A secret between us', other.sessionId, ...suggestions.map(({ id }) => id)]) expect(everything).not.toContain(secret);
    expect(suggestions.length).toBeGreaterThan(0);
  });

  it('nothing through the token of another website', async () => {
    const elsewhere = await stage.admin.websites.create({ name: 'Elsewhere', allowedOrigins: [SHOP] });
    const { token, sessionId } = await stage.visitor();
    const answer = await fetch(`${stage.url}/api/v1/widget/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: SHOP },
      body: JSON.stringify({ websiteKey: elsewhere.publicKey, resume: token }),
    });
    const started = (await answer.json()) as { visitorToken: string; session: { id: string } };
    expect(started.session.id).not.toBe(sessionId);
    expect(started.visitorToken).not.toBe(token);
  });

  const open = async (token: string): Promise<Socket> => online(socketTo(stage.url, '/visitor', { token }, { origin: SHOP }));
});

describe('An agent of one website', () => {
  it('counts only what waits there', async () => {
    const stage = await Stage.set();
    const elsewhere = await stage.admin.websites.create({ name: 'Elsewhere', allowedOrigins: [SHOP] });
    const stranger = await stage.person('Sten', [{ websiteId: elsewhere.id, role: 'agent' }]);
    const { visitor } = await stage.visitor();
    await visitor.requestPerson();
    await until(async () => (await stage.ana.handoffs.counts()).unassigned === 1);
    expect(await stranger.handoffs.counts()).toMatchObject({ unassigned: 0, open: 0 });
    expect(await stranger.handoffs.pulse()).toMatchObject({ waiting: 0 });
    await stage.end();
  });
});

/** Paths of fields that are not on the list, however deep. */
function unknownFields(name: string, value: unknown, path = name): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unknownFields(name, each, path));
  if (typeof value !== 'object' || value === null) return [];
  const known = MAY_LEAVE[name];
  return Object.entries(value).flatMap(([field, inner]) =>
    known?.includes(field) ? unknownFields(field, inner, `${path}.${field}`) : [`${path}.${field}`],
  );
}

function authorOf(body: object): string | undefined {
  return (body as { message?: { author: { kind: string } } }).message?.author.kind;
}
