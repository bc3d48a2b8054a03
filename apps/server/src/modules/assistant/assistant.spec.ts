import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Config } from '#config';
import type { KnowledgeAnswer } from '#contracts';
import { OpenAiServer } from '../../../../../test/fakes/openai-server.js';
import { Egress } from '../../platform/egress/index.js';
import type { Excerpt, Knowledge } from '../knowledge/index.js';
import type { WebsiteSettings } from '../websites/index.js';
import { Assistant, ReplyBroken, type AssistantTurn, type Opening } from './index.js';
import { KnowledgeResponder } from './responders/knowledge-responder.js';
import { OpenAiCompatibleResponder } from './responders/openai-compatible-responder.js';

const HEADER = '{"confidence": 0.9, "answered": true, "topics": ["delivery"], "complexity": 0.2, "sources": [1]}\n';
const TEXT = 'We deliver within three working days.';
const excerpt: Excerpt = { articleId: 'a1', title: 'Delivery', url: null, text: 'Three working days. Free from 50 euros.' };

let endpoint: OpenAiServer;
let egress: Egress;
let known: { answer: KnowledgeAnswer; excerpts: Excerpt[] };
let never: AbortController;

beforeAll(async () => {
  endpoint = await OpenAiServer.start();
  egress = new Egress({ allowPrivateEgress: ['127.0.0.1'] } as unknown as Config);
});

beforeEach(() => {
  endpoint.forgetAll();
  never = new AbortController();
  const sources = [{ articleId: 'a1', title: 'Delivery', quote: 'Three working days.' }];
  known = {
    answer: { confidence: 0.8, answered: true, text: 'Three working days. Free from 50 euros.', sources, candidates: [], millis: 1 },
    excerpts: [excerpt],
  };
});

afterEach(async () => {
  // Whatever happened, the endpoint was let go.
  await until(() => endpoint.openStreams === 0);
});

afterAll(async () => {
  await egress.onApplicationShutdown();
  await endpoint.close();
});

function website(ai: Partial<WebsiteSettings['ai']> = {}): WebsiteSettings {
  const { baseUrl, model, apiKey } = endpoint;
  return {
    id: 'w',
    name: 'Shop',
    locale: 'en',
    ai: { responder: 'openai_compatible', baseUrl, model, apiKey, instructions: 'Be kind.', confidenceThreshold: 0.5, deadlineMs: 5000, ...ai },
  } as WebsiteSettings;
}

const turn: AssistantTurn = { websiteId: 'w', question: 'How long is delivery?', locale: 'en', history: [] };

function open(settings = website(), takeover = never.signal, through = egress): Promise<Opening> {
  const knowledge = { answer: () => Promise.resolve(known.answer), consult: () => Promise.resolve(known) } as unknown as Knowledge;
  return new Assistant(new KnowledgeResponder(knowledge), new OpenAiCompatibleResponder(knowledge, through)).open(settings, turn, takeover);
}

function opened(opening: Opening): Extract<Opening, { kind: 'opened' }> {
  if (opening.kind !== 'opened') throw new Error(`expected an answer, got ${JSON.stringify(opening)}`);
  return opening;
}

async function piecesOf(opening: Opening): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of opened(opening).text) pieces.push(piece);
  return pieces;
}

const textOf = async (opening: Opening): Promise<string> => (await piecesOf(opening)).join('');

describe('the built-in answers', () => {
  it('give the verdict, then the whole text in natural pieces', async () => {
    const opening = await open(website({ responder: 'knowledge' }));
    expect(opening).toMatchObject({
      kind: 'opened',
      responder: 'knowledge',
      verdict: { confidence: 0.8, answered: true, sources: [{ quote: 'Three working days.' }] },
    });
    expect(await piecesOf(opening)).toEqual(['Three working days. ', 'Free from 50 euros.']);
  });

  it('say in the language of the visitor that there is no answer', async () => {
    known = { answer: { ...known.answer, confidence: 0.1, answered: false, text: null, sources: [] }, excerpts: [] };
    const opening = await open(website({ responder: 'knowledge' }));
    expect(opening).toMatchObject({ verdict: { answered: false } });
    expect(await textOf(opening)).toMatch(/sorry/);
  });
});

it("stays silent where the customer's own bot answers", async () => {
  expect(await open(website({ responder: 'none' }))).toEqual({ kind: 'silent' });
});

describe('an OpenAI-compatible endpoint', () => {
  it('is asked with the rules and articles as system text and the visitor as user', async () => {
    endpoint.next({ kind: 'say', text: HEADER + TEXT });
    await textOf(await open());
    const [system, user] = endpoint.lastRequest.messages;
    expect(system).toMatchObject({ role: 'system', content: expect.stringContaining('Be kind.') });
    expect(system!.content).toContain('Free from 50 euros.');
    expect(user).toEqual({ role: 'user', content: 'How long is delivery?' });
    expect(endpoint.lastRequest).toMatchObject({ stream: true, model: 'gpt-test' });
  });

  it('gives its verdict before the first piece, and no header in the text', async () => {
    endpoint.next({ kind: 'say', text: HEADER + TEXT, everyMs: 2 });
    const opening = await open();
    expect(endpoint.openStreams).toBe(1);
    expect(opening).toMatchObject({
      kind: 'opened',
      responder: 'openai_compatible',
      verdict: { answered: true, topics: ['delivery'], complexity: 0.2, sources: [{ articleId: 'a1' }] },
    });
    const pieces = await piecesOf(opening);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(TEXT);
  });

  it('is buffered when it gives no header, and judged by the articles', async () => {
    endpoint.next({ kind: 'say', text: TEXT });
    const opening = await open();
    expect(endpoint.openStreams).toBe(0);
    expect(opening).toMatchObject({ verdict: { confidence: 0.8, answered: true } });
    expect(await piecesOf(opening)).toEqual([TEXT]);
  });

  it('keeps the reasoning of a model to itself', async () => {
    endpoint.next({ kind: 'say', reasoning: 'The visitor sounds angry.', text: `<think>Careful.</think>${HEADER}${TEXT}` });
    expect(await textOf(await open())).toBe(TEXT);
  });

  it('is cut where a message ends', async () => {
    endpoint.next({ kind: 'say', text: [HEADER, ...Array.from({ length: 30 }, () => 'word '.repeat(100))] });
    expect(await textOf(await open())).toHaveLength(8000);
  });

  it.each([
    [{ kind: 'fail', status: 400, message: 'no' }, 'refused'],
    [{ kind: 'fail', status: 401, message: 'no' }, 'refused'],
    [{ kind: 'fail', status: 403 }, 'refused'],
    [{ kind: 'fail', status: 429, type: 'rate_limit', headers: { 'retry-after': '20' } }, 'refused'],
    [{ kind: 'fail', status: 500 }, 'unreachable'],
    [{ kind: 'fail', status: 503 }, 'unreachable'],
    [{ kind: 'fail', status: 504 }, 'timeout'],
    [{ kind: 'raw', status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }, 'unreachable'],
    [{ kind: 'raw', contentType: 'text/html', body: '<html>Sign in</html>' }, 'malformed'],
    [{ kind: 'raw', contentType: 'application/json', body: '{"ok":true}' }, 'malformed'],
    [{ kind: 'raw', contentType: 'text/event-stream', body: '' }, 'malformed'],
    [{ kind: 'say', text: '' }, 'malformed'],
    [{ kind: 'say', text: 'Half', finish: 'content_filter' }, 'refused'],
    [{ kind: 'garbage in stream' }, 'malformed'],
    [{ kind: 'error in stream', message: 'overloaded' }, 'unreachable'],
    [{ kind: 'end early', text: TEXT }, 'malformed'],
    [{ kind: 'cut' }, 'unreachable'],
    [{ kind: 'cut', text: TEXT }, 'unreachable'],
  ] as const)('that answers with %j has failed as %s', async (behaviour, cause) => {
    endpoint.next(behaviour);
    expect(await open()).toMatchObject({ kind: 'failed', cause, responder: 'openai_compatible' });
  });

  it.each([
    [{ kind: 'cut', text: HEADER + TEXT }, 'unreachable'],
    [{ kind: 'end early', text: HEADER + TEXT }, 'malformed'],
    [{ kind: 'garbage in stream', text: HEADER + TEXT }, 'malformed'],
    [{ kind: 'error in stream', text: HEADER + TEXT, message: 'overloaded' }, 'unreachable'],
    [{ kind: 'say', text: HEADER }, 'malformed'],
  ] as const)('that breaks off with %j throws ReplyBroken as %s', async (behaviour, cause) => {
    endpoint.next(behaviour);
    // An answer whose very first words break off may fail before it is opened.
    const opening = await open();
    const broken = opening.kind === 'opened' ? textOf(opening) : Promise.reject(new ReplyBroken((opening as { cause: 'malformed' }).cause, ''));
    await expect(broken).rejects.toMatchObject({ name: 'ReplyBroken', cause });
  });

  it('that never comes to an end is not listened to for long', async () => {
    // Long events: four megabytes of short ones take a busy machine longer than the deadline.
    const event = `data: ${JSON.stringify({ choices: [], padding: 'x'.repeat(4000) })}\n\n`;
    endpoint.next({ kind: 'raw', contentType: 'text/event-stream', body: event.repeat(50), repeat: true });
    expect(await open()).toMatchObject({ kind: 'failed', cause: 'malformed', detail: expect.stringContaining('more than') });
  });

  it.each([{ kind: 'stall', beforeHeaders: true }, { kind: 'stall' }, { kind: 'stall', text: 'Well' }] as const)(
    'that answers with %j has failed at the deadline',
    async (behaviour) => {
      endpoint.next(behaviour);
      const startedAt = performance.now();
      expect(await open(website({ deadlineMs: 300 }))).toMatchObject({ kind: 'failed', cause: 'timeout' });
      expect(performance.now() - startedAt).toBeLessThan(3000);
    },
  );

  it('that stops in the middle, or drips, breaks off at the deadline', async () => {
    endpoint.next({ kind: 'stall', text: HEADER + TEXT }, { kind: 'say', text: [HEADER, ...'x'.repeat(1000)], everyMs: 20 });
    for (let i = 0; i < 2; i++)
      await expect(open(website({ deadlineMs: 400 })).then(textOf)).rejects.toMatchObject({ name: 'ReplyBroken', cause: 'timeout' });
  });

  it('is let go at once by a takeover, before and in the middle of its answer', async () => {
    const reason = new Error('taken over');
    const early = new AbortController();
    endpoint.next({ kind: 'stall' });
    const opening = open(website(), early.signal);
    await until(() => endpoint.openStreams === 1);
    early.abort(reason);
    expect(await opening).toMatchObject({ kind: 'failed' });

    const late = new AbortController();
    endpoint.next({ kind: 'stall', text: HEADER + TEXT });
    const text = textOf(await open(website(), late.signal));
    late.abort(reason);
    await expect(text).rejects.toBe(reason);
  });

  it('is let go when nobody wants to hear the rest', async () => {
    endpoint.next({ kind: 'say', text: [HEADER, ...'x'.repeat(1000)], everyMs: 5 });
    for await (const piece of opened(await open()).text) if (piece) break;
    await until(() => endpoint.openStreams === 0);
  });

  it('at a private address is refused, and where nobody listens unreachable', async () => {
    const strict = new Egress({ allowPrivateEgress: [] } as unknown as Config);
    expect(await open(website(), never.signal, strict)).toMatchObject({ kind: 'failed', cause: 'refused' });
    await strict.onApplicationShutdown();
    const gone = await OpenAiServer.start();
    const baseUrl = gone.baseUrl;
    await gone.close();
    expect(await open(website({ baseUrl }))).toMatchObject({ kind: 'failed', cause: 'unreachable' });
    expect(endpoint.requests).toEqual([]);
  });

  it('refuses a wrong key or model, and the failure never repeats the key', async () => {
    const wrongKey = await open(website({ apiKey: 'sk-wrong-key' }));
    expect(wrongKey).toMatchObject({ kind: 'failed', cause: 'refused', detail: expect.stringMatching(/^401: Incorrect API key provided: \[key\]/) });
    expect(await open(website({ apiKey: null }))).toMatchObject({ kind: 'failed', cause: 'refused' });
    expect(await open(website({ model: 'gpt-unknown' }))).toMatchObject({
      kind: 'failed',
      cause: 'refused',
      detail: expect.stringContaining('does not exist'),
    });
    expect(await open(website({ baseUrl: null }))).toMatchObject({ kind: 'failed', cause: 'refused' });
  });

  it('failing in a way nobody thought of is a failure like any other', async () => {
    known = null as never;
    expect(await open()).toMatchObject({ kind: 'failed', cause: 'unreachable', detail: expect.not.stringContaining('null') });
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!condition()) throw new Error('did not happen within 2 s');
}
