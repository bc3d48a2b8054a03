import { ReadableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';
import { TestBed } from '@angular/core/testing';
import { ReplayRun } from './replay-run';

const RULE = { conditions: { all: [] }, stage: 'before_reply', websiteId: 'site' } as const;
const UNTIL = new Date('2026-11-29T12:00:00Z');
const RESULT = { type: 'result', sessions: 2, fired: 1 };

/** A server whose answer comes piece by piece, as the test says. */
function setup(status = 200) {
  let feed!: { enqueue(bytes: Uint8Array): void; error(why: unknown): void; close(): void };
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (feed = controller) });
  const calls: { readonly url: string; readonly body: unknown }[] = [];
  globalThis.fetch = ((url: string, { body: sent, signal }: { body: string; signal: AbortSignal }) => {
    calls.push({ url, body: JSON.parse(sent) });
    signal.addEventListener('abort', () => feed.error(new DOMException('aborted', 'AbortError')));
    return Promise.resolve({ ok: status < 400, status, body, json: () => Promise.resolve({ detail: 'no such rule' }) });
  }) as never;
  TestBed.configureTestingModule({ providers: [ReplayRun] });
  const say = (text: string) => feed.enqueue(new TextEncoder().encode(text));
  return { sut: TestBed.inject(ReplayRun), say, end: () => feed.close(), calls };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('ReplayRun', () => {
  const { fetch } = globalThis;
  // jsdom has no streams.
  beforeEach(() => Object.assign(globalThis, { TextDecoder }));
  afterEach(() => (globalThis.fetch = fetch));

  it('shows progress as it arrives, however the lines are cut, and then the result', async () => {
    const { sut, say, end, calls } = setup();
    const over = sut.run(RULE, 30, UNTIL);
    await soon();
    say('{"type":"progress","done":1,"of":2,"fi');
    await soon();
    expect(sut.state()).toMatchObject({ kind: 'running', done: 0 });
    say('red":1}\n');
    await soon();
    expect(sut.state()).toMatchObject({ kind: 'running', done: 1, of: 2, fired: 1 });
    say(JSON.stringify(RESULT));
    end();
    await over;
    expect(sut.state()).toMatchObject({ kind: 'ended', replay: { sessions: 2 }, days: 30 });
    expect(calls[0]!.body).toMatchObject({ from: '2026-10-30T12:00:00.000Z', to: '2026-11-29T12:00:00.000Z' });
  });

  it('is stopped by whoever started it', async () => {
    const { sut, say } = setup();
    const over = sut.run(RULE, 7, UNTIL);
    await soon();
    say('{"type":"progress","done":1,"of":9,"fired":0}\n');
    await soon();
    sut.stop();
    await over;
    expect(sut.state()).toEqual({ kind: 'stopped' });
  });

  it('has failed when the line breaks before the result, or the server says so', async () => {
    const broken = setup();
    const over = broken.sut.run(RULE, 7, UNTIL);
    await soon();
    broken.end();
    await over;
    expect(broken.sut.state().kind).toBe('failed');
  });

  it('says why the server refused', async () => {
    const { sut } = setup(404);
    await sut.run(RULE, 7, UNTIL);
    expect(sut.state()).toEqual({ kind: 'failed', reason: 'No such rule' });
  });
});
