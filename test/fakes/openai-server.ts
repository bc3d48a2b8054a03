import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { checkedRequest, Refusal, type ChatRequest } from './openai-request.js';

export type { ChatRequest } from './openai-request.js';

interface Speaking {
  /** The whole text the model writes, or its pieces. */
  readonly text: string | readonly string[];
  /** Between two pieces. Milliseconds. */
  readonly everyMs?: number;
  /** What reasoning models send beside the text. */
  readonly reasoning?: string;
  readonly finish?: 'stop' | 'length' | 'content_filter';
}

/** What the endpoint does with one request. The failing ones say `text` first, then fail. */
export type Behaviour =
  | ({ readonly kind: 'say' } & Speaking)
  | {
      readonly kind: 'fail';
      readonly status: number;
      readonly message?: string;
      readonly type?: string;
      readonly code?: string;
      readonly headers?: Record<string, string>;
    }
  /** Accepts the request, sends what there is, and never says anything again. */
  | { readonly kind: 'stall'; readonly text?: Speaking['text']; readonly beforeHeaders?: boolean }
  /** The connection breaks. */
  | { readonly kind: 'cut'; readonly text?: Speaking['text'] }
  /** The response ends in an orderly way, but without a finish reason and `[DONE]`. */
  | { readonly kind: 'end early'; readonly text: Speaking['text'] }
  | { readonly kind: 'error in stream'; readonly text?: Speaking['text']; readonly message: string }
  | { readonly kind: 'garbage in stream'; readonly text?: Speaking['text'] }
  /** Something else altogether answers: a login page, a proxy's error, an endless download. */
  | { readonly kind: 'raw'; readonly status?: number; readonly contentType: string; readonly body: string; readonly repeat?: boolean };

const DEFAULT: Behaviour = { kind: 'say', text: 'Hello! How can I help you?' };

/**
 * A chat-completions endpoint on this machine that speaks OpenAI's wire protocol, streaming included, and refuses what the
 * real one would refuse. Tests tell it what to do next; without being told it greets.
 */
export class OpenAiServer {
  readonly apiKey = 'sk-test-0123456789abcdef';
  readonly model = 'gpt-test';
  /** Requests that were well formed, in order. */
  readonly requests: ChatRequest[] = [];
  /** Streams that are open now: a client that gave up must have closed its own. */
  openStreams = 0;
  /** What it does when nobody told it what to do next. */
  otherwise: (chat: ChatRequest) => Behaviour = () => DEFAULT;
  private readonly script: Behaviour[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  static async start(): Promise<OpenAiServer> {
    const fake = new OpenAiServer();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    // A test that fails before it closes the fake must not keep the test run waiting.
    fake.server.unref();
    return fake;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  get lastRequest(): ChatRequest {
    const last = this.requests.at(-1);
    if (!last) throw new Error('The AI endpoint was never asked.');
    return last;
  }

  /** One behaviour per coming request. */
  next(...behaviours: Behaviour[]): void {
    this.script.push(...behaviours);
  }

  forgetAll(): void {
    this.script.length = 0;
    this.requests.length = 0;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.openStreams++;
    response.on('close', () => this.openStreams--);
    try {
      if (request.url !== '/v1/chat/completions') throw new Refusal(404, `Invalid URL (${request.method} ${request.url})`);
      if (request.method !== 'POST') throw new Refusal(405, `Not allowed to ${request.method} on /v1/chat/completions`);
      const chat = checkedRequest(request.headers, await bodyOf(request), { apiKey: this.apiKey, models: [this.model] });
      this.requests.push(chat);
      await this.behave(this.script.shift() ?? this.otherwise(chat), chat, response);
    } catch (error) {
      if (error instanceof Refusal) json(response, error.status, error.body);
      else response.destroy();
    }
  }

  private async behave(behaviour: Behaviour, chat: ChatRequest, response: ServerResponse): Promise<void> {
    switch (behaviour.kind) {
      case 'fail': {
        const { status, message = 'The server had an error while processing your request.', type = 'server_error', code, headers = {} } = behaviour;
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        return json(response, status, new Refusal(status, message, { type, code: code ?? null }).body);
      }
      case 'raw': {
        response.writeHead(behaviour.status ?? 200, { 'content-type': behaviour.contentType });
        while (behaviour.repeat && !response.destroyed) {
          response.write(behaviour.body);
          await delay(1);
        }
        return void response.end(behaviour.body);
      }
      case 'say':
        return chat.stream ? this.speak(behaviour, chat, response) : json(response, 200, completion(chat, behaviour));
      default:
        return this.breakOff(behaviour, chat, response);
    }
  }

  private async speak(speaking: Speaking, chat: ChatRequest, response: ServerResponse): Promise<void> {
    const stream = new ChunkStream(response, chat);
    if (speaking.reasoning) stream.delta({ reasoning_content: speaking.reasoning });
    for (const piece of piecesOf(speaking.text)) {
      if (response.destroyed) return;
      stream.delta({ content: piece });
      await delay(speaking.everyMs ?? 0);
    }
    stream.finish(speaking.finish ?? 'stop', usageOf(chat, speaking.text));
  }

  private async breakOff(
    behaviour: Exclude<Behaviour, { kind: 'say' | 'fail' | 'raw' }>,
    chat: ChatRequest,
    response: ServerResponse,
  ): Promise<void> {
    if (behaviour.kind === 'stall' && behaviour.beforeHeaders) return;
    const stream = new ChunkStream(response, chat);
    for (const piece of piecesOf(behaviour.text ?? [])) stream.delta({ content: piece });
    // Let what was said arrive before it breaks.
    await delay(20);
    if (behaviour.kind === 'cut') response.destroy();
    if (behaviour.kind === 'end early') response.end();
    if (behaviour.kind === 'error in stream') stream.end({ error: { message: behaviour.message, type: 'server_error', param: null, code: null } });
    if (behaviour.kind === 'garbage in stream') response.end('data: {"id": "chatcmpl-1", "choices": [{"delta": {"cont\n\n');
  }
}

/** The server-sent events of one streamed completion. */
class ChunkStream {
  private readonly frame: object;

  constructor(
    private readonly response: ServerResponse,
    private readonly chat: ChatRequest,
  ) {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
    this.frame = { id: 'chatcmpl-test', object: 'chat.completion.chunk', created: 1_700_000_000, model: chat.model, system_fingerprint: 'fp_test' };
    this.delta({ role: 'assistant', content: '' });
  }

  delta(delta: object): void {
    this.event({ choices: [{ index: 0, delta, logprobs: null, finish_reason: null }], ...(this.chat.includeUsage ? { usage: null } : {}) });
  }

  finish(reason: string, usage: object): void {
    this.event({ choices: [{ index: 0, delta: {}, logprobs: null, finish_reason: reason }] });
    if (this.chat.includeUsage) this.event({ choices: [], usage });
    this.response.end('data: [DONE]\n\n');
  }

  end(last: object): void {
    this.response.end(`data: ${JSON.stringify(last)}\n\n`);
  }

  private event(more: object): void {
    this.response.write(`data: ${JSON.stringify({ ...this.frame, ...more })}\n\n`);
  }
}

/** About as models send it: a few characters at a time. */
function piecesOf(text: Speaking['text']): readonly string[] {
  return typeof text === 'string' ? (text.match(/[\s\S]{1,6}/g) ?? []) : text;
}

function completion(chat: ChatRequest, { text, finish = 'stop' }: Speaking): object {
  const content = piecesOf(text).join('');
  return {
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: chat.model,
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: finish }],
    usage: usageOf(chat, text),
  };
}

function usageOf(chat: ChatRequest, text: Speaking['text']): object {
  const tokens = (characters: number): number => Math.ceil(characters / 4);
  const prompt = tokens(chat.messages.reduce((sum, { content }) => sum + content.length, 0));
  const answer = tokens(piecesOf(text).join('').length);
  return { prompt_tokens: prompt, completion_tokens: answer, total_tokens: prompt + answer };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  return body;
}
