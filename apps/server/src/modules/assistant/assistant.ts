import { Injectable, Logger } from '@nestjs/common';
import type { WebsiteSettings } from '../websites/index.js';
import { ReplyBroken, type AssistantTurn, type Opening, type Responder } from './opening.js';
import { KnowledgeResponder } from './responders/knowledge-responder.js';
import { OpenAiCompatibleResponder } from './responders/openai-compatible-responder.js';

/** Asks the responder a website has chosen, and holds it to the website's deadline. */
@Injectable()
export class Assistant {
  private readonly logger = new Logger(Assistant.name);
  private readonly responders: readonly Responder[];

  constructor(knowledge: KnowledgeResponder, openAiCompatible: OpenAiCompatibleResponder) {
    this.responders = [knowledge, openAiCompatible];
  }

  /**
   * Never throws. The deadline covers the whole answer, its text included.
   * @param takeover aborted when somebody else becomes the owner of the session
   */
  async open(website: WebsiteSettings, turn: AssistantTurn, takeover: AbortSignal): Promise<Opening> {
    const responder = this.responders.find(({ kind }) => kind === website.ai.responder);
    if (!responder) return { kind: 'silent' };
    const limits = new Limits(website.ai.deadlineMs, takeover);
    try {
      const reply = await limits.hold(responder.open(website, turn, limits.signal));
      return { kind: 'opened', responder: responder.kind, verdict: reply.verdict, text: this.guarded(reply.text, limits) };
    } catch (error) {
      const { cause, message } = this.brokenBy(error, limits);
      limits.end();
      return { kind: 'failed', cause, detail: message, responder: responder.kind };
    }
  }

  private async *guarded(text: AsyncIterable<string>, limits: Limits): AsyncGenerator<string> {
    const pieces = text[Symbol.asyncIterator]();
    try {
      for (;;) {
        const piece = await limits.hold(pieces.next());
        if (piece.done) return;
        yield piece.value;
      }
    } catch (error) {
      if (limits.takeover.aborted) throw limits.takeover.reason;
      throw this.brokenBy(error, limits);
    } finally {
      // Also when the caller stops listening: then the request behind it must stop too.
      limits.end();
    }
  }

  private brokenBy(error: unknown, limits: Limits): ReplyBroken {
    if (limits.takeover.aborted) return new ReplyBroken('timeout', 'the answer was no longer wanted');
    if (limits.passed) return new ReplyBroken('timeout', `there was no complete answer within ${limits.millis} ms`);
    if (error instanceof ReplyBroken) return error;
    this.logger.error(error, 'A responder failed in a way it should have told.');
    return new ReplyBroken('unreachable', 'the responder failed unexpectedly; the server log has the cause');
  }
}

/** The time one answer may take, and the ways it may be called off. */
class Limits {
  private readonly ending = new AbortController();
  private readonly deadline: AbortSignal;
  readonly signal: AbortSignal;

  constructor(
    readonly millis: number,
    readonly takeover: AbortSignal,
  ) {
    this.deadline = AbortSignal.timeout(millis);
    this.signal = AbortSignal.any([this.deadline, takeover, this.ending.signal]);
  }

  get passed(): boolean {
    return this.deadline.aborted;
  }

  end(): void {
    this.ending.abort();
  }

  /** Does not trust the work to notice an abort by itself. */
  async hold<T>(work: Promise<T>): Promise<T> {
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => reject(this.signal.reason);
    if (this.signal.aborted) onAbort();
    this.signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([work, aborted]);
    } finally {
      this.signal.removeEventListener('abort', onAbort);
    }
  }
}
