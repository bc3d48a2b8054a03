import { Injectable } from '@nestjs/common';
import { Egress } from '../../../platform/egress/index.js';
import { Knowledge } from '../../knowledge/index.js';
import type { WebsiteSettings } from '../../websites/index.js';
import { ReplyBroken, type AssistantTurn, type OpenedReply, type Responder } from '../opening.js';
import { verdictOn } from './grounded-verdict.js';
import { readHeader, type Header } from './header.js';
import { conversationFor, instructionsFor, type ChatMessage } from './prompt.js';

/** A message holds no more; a model that does not come to an end is cut here. Characters. */
const LONGEST_REPLY = 8000;

/** Any endpoint that speaks OpenAI's chat completions: OpenAI, Azure, Ollama, vLLM … */
@Injectable()
export class OpenAiCompatibleResponder implements Responder {
  readonly kind = 'openai_compatible';

  constructor(
    private readonly knowledge: Knowledge,
    private readonly egress: Egress,
  ) {}

  async open(website: WebsiteSettings, turn: AssistantTurn, signal: AbortSignal): Promise<OpenedReply> {
    const { answer, excerpts } = await this.knowledge.consult(website.id, turn.question, turn.locale);
    const writing = this.write(website, instructionsFor(website, turn, excerpts), conversationFor(turn), signal);
    const { header, begun } = await readBeginning(writing);
    return { verdict: verdictOn(header, answer, excerpts), text: wholeText(begun, writing) };
  }

  /** What the model writes, as it writes it. The client of such endpoints is large, and most installations never need it. */
  private async *write(website: WebsiteSettings, instructions: string, messages: ChatMessage[], signal: AbortSignal): AsyncGenerator<string> {
    const { writingOf } = await import('./endpoint-writing.js');
    yield* writingOf({ website, instructions, messages, signal, egress: this.egress });
  }
}

/** Reads until the header is complete. A reply without one is read to its end: it may be withheld, so none of it may leave before. */
async function readBeginning(writing: AsyncGenerator<string>): Promise<{ header: Header | null; begun: string }> {
  let soFar = '';
  for (;;) {
    const next = await writing.next();
    if (!next.done) soFar += next.value;
    const reading = readHeader(soFar, next.done === true || soFar.length > LONGEST_REPLY);
    if (reading.kind === 'header') return { header: reading.header, begun: reading.text };
    if (reading.kind === 'none' && (next.done || soFar.length > LONGEST_REPLY)) return { header: null, begun: mustSaySomething(reading.text) };
  }
}

async function* wholeText(begun: string, writing: AsyncGenerator<string>): AsyncGenerator<string> {
  let length = begun.length;
  if (begun !== '') yield begun.slice(0, LONGEST_REPLY);
  try {
    while (length < LONGEST_REPLY) {
      const next = await writing.next();
      if (next.done) break;
      yield next.value.slice(0, LONGEST_REPLY - length);
      length += next.value.length;
    }
  } finally {
    await writing.return(undefined);
  }
  if (length === 0) throw new ReplyBroken('malformed', 'the endpoint sent no text');
}

function mustSaySomething(text: string): string {
  if (text.trim() === '') throw new ReplyBroken('malformed', 'the endpoint sent no text');
  return text;
}
