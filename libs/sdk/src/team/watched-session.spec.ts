import { describe, expect, it, jest } from '@jest/globals';
import type { TeamMessage, TeamSession } from '#contracts';
import { WatchedSession, type SessionSnapshot } from './watched-session.js';

const message = (seq: number): TeamMessage => ({ seq, sessionId: 's' }) as TeamMessage;
const session = (lastSeq: number): TeamSession => ({ id: 's', lastSeq }) as TeamSession;

function setup({ lastSeq = 0, after = 0 } = {}) {
  const server = { lastSeq };
  const asked: number[] = [];
  const watch = async (afterSeq: number): Promise<SessionSnapshot> => {
    asked.push(afterSeq);
    const messages = Array.from({ length: server.lastSeq - afterSeq }, (_, i) => message(afterSeq + 1 + i));
    return { session: session(server.lastSeq), messages, viewers: [{ userId: 'u', name: 'Ana' }] };
  };
  const unwatch = jest.fn();
  const watched = new WatchedSession('s', after, watch, unwatch);
  const got: number[] = [];
  watched.on('message', ({ seq }) => got.push(seq));
  return { server, asked, watched, got, unwatch };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('WatchedSession', () => {
  it('delivers what is there, then what arrives', async () => {
    const { watched, got } = setup({ lastSeq: 2 });
    await watched.catchUp();
    watched.receive('message.created', { message: message(3) });
    expect(got).toEqual([1, 2, 3]);
    expect(watched.session?.lastSeq).toBe(2);
  });

  it('fetches what a hint skipped', async () => {
    const { server, watched, got, asked } = setup();
    server.lastSeq = 3;
    watched.receive('message.created', { message: message(3) });
    await settled();
    expect(got).toEqual([1, 2, 3]);
    expect(asked).toEqual([0]);
  });

  it('fetches what an update of the session speaks of', async () => {
    const { server, watched, got } = setup({ after: 5, lastSeq: 5 });
    server.lastSeq = 6;
    watched.receive('session.updated', { session: session(6) });
    await settled();
    expect(got).toEqual([6]);
  });

  it('passes on the rest as it comes, until it is closed', async () => {
    const { watched, unwatch } = setup();
    const seen: string[] = [];
    for (const event of ['viewers', 'typing', 'delta', 'note', 'suggestion'] as const) watched.on(event, () => seen.push(event));
    watched.receive('viewers', { sessionId: 's', viewers: [] });
    watched.receive('typing', { sessionId: 's', author: 'visitor', on: true });
    watched.receive('message.delta', { sessionId: 's', turnId: 't', text: 'H' });
    watched.receive('note.created', { note: {} as never });
    watched.receive('suggestion.created', { suggestion: {} as never });
    expect(seen).toEqual(['viewers', 'typing', 'delta', 'note', 'suggestion']);
    watched.close();
    watched.receive('typing', { sessionId: 's', author: 'visitor', on: false });
    expect(seen).toHaveLength(5);
    expect(unwatch).toHaveBeenCalledTimes(1);
  });
});
