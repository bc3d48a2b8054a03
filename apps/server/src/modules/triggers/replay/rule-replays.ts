import { Injectable } from '@nestjs/common';
import type { ReplayLine, ReplayRule, RuleReplay } from '#contracts';
import { compileRules, type RuleDocument, type RuleSet } from '#rules';
import type { Member } from '../../../platform/access/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { InvalidInput } from '../../../platform/problems/index.js';
import { PastConversations, type PastConversation, type PastSpan } from '../past/past-conversation.js';
import { factsAt, momentsOf, type AskedRule, type PastWebsite } from '../past/past-moments.js';
import { RuleSketches } from '../rule-sketches.js';
import { Breather } from './breather.js';
import { ReplayTally, type PastFiring } from './replay-tally.js';

const DEFAULT_SESSIONS = 10_000;
const MAX_DAYS = 400;
const DAY_MS = 86_400_000;
const AFTER_AT_MOST_MS = 250;

/** A replay that may begin. */
export interface PreparedReplay {
  /** Its progress, some four times a second, and last its result. Whoever stops reading ends it. */
  lines(signal: AbortSignal): AsyncGenerator<Exclude<ReplayLine, { type: 'problem' }>>;
}

/** Asks a rule about past sessions: what it would have done, and how that differs from what happened. Nothing follows from it. */
@Injectable()
export class RuleReplays {
  /** One at a time in a process: past sessions can wait, living ones cannot. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly conversations: PastConversations,
    private readonly sketches: RuleSketches,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput, NotFound, Forbidden */
  async prepare(member: Member, { rule, from, to, limit = DEFAULT_SESSIONS }: ReplayRule): Promise<PreparedReplay> {
    const { website, conditions, stage = 'before_reply' } = await this.sketches.readForSessions(member, rule);
    const span = { websiteId: website.id, from: new Date(from), to: new Date(to), limit };
    if (!(span.from < span.to)) throw new InvalidInput([{ path: 'to', message: 'must be after from' }]);
    if (span.to.getTime() - span.from.getTime() > MAX_DAYS * DAY_MS) {
      throw new InvalidInput([{ path: 'from', message: `must be at most ${MAX_DAYS} days before to` }]);
    }
    return { lines: (signal) => this.lines(website, { conditions, stage }, span, signal) };
  }

  /** Says how much there is before it waits for its turn. */
  private async *lines(website: PastWebsite, rule: AskedRule, span: PastSpan, signal: AbortSignal): ReturnType<PreparedReplay['lines']> {
    const of = await this.conversations.count(span);
    yield { type: 'progress', done: 0, of, fired: 0 };
    yield* this.inTurn(() => this.run(website, rule, { ...span, limit: of }, signal), signal);
  }

  private async *inTurn<T>(run: () => AsyncGenerator<T>, signal: AbortSignal): AsyncGenerator<T> {
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const before = this.last;
    this.last = before.then(() => over);
    try {
      await before;
      signal.throwIfAborted();
      yield* run();
    } finally {
      end();
    }
  }

  private async *run(website: PastWebsite, rule: AskedRule, span: PastSpan, signal: AbortSignal): ReturnType<PreparedReplay['lines']> {
    const tally = new ReplayTally(span.from, span.to, website.timeZone);
    const rules = compileRules<RuleDocument>([{ ...rule, priority: 0 }]);
    const texts = [...rules.factsAskedAt(rule.stage)].some((name) => name.startsWith('message.'));
    const breather = new Breather();
    let saidAt = performance.now();
    for await (const some of this.conversations.newestFirst(span, texts)) {
      for (const conversation of some) {
        const { firing, complete } = await this.firstFiring(conversation, rules, rule, website, () => breather.breathe(signal));
        tally.add(conversation, firing, complete);
      }
      signal.throwIfAborted();
      if (performance.now() - saidAt < AFTER_AT_MOST_MS) continue;
      yield { type: 'progress', done: tally.sessions, of: span.limit, fired: tally.fired };
      saidAt = performance.now();
    }
    yield { type: 'result', ...(await tally.result((places) => this.conversations.excerpts(places))) };
  }

  /** A rule opens at most one handoff in a session; what it would say later does not count. */
  private async firstFiring(
    conversation: PastConversation,
    rules: RuleSet<RuleDocument>,
    rule: AskedRule,
    website: PastWebsite,
    breathe: () => Promise<void>,
  ): Promise<{ firing: PastFiring | null; complete: boolean }> {
    const { stage } = rule;
    const asked = rules.factsAskedAt(stage);
    let complete = true;
    for (const moment of momentsOf(conversation, rule, website, this.clock.now())) {
      await breathe();
      const known = await factsAt(moment, conversation, { website, asked, withAi: stage === 'after_reply' });
      complete &&= known.complete;
      const [fired] = await rules.decide(stage, known.facts);
      if (fired) return { firing: { seq: moment.seq, at: moment.at, written: moment.message !== null, evidence: fired.evidence }, complete };
    }
    return { firing: null, complete };
  }
}

/** The whole of it, for who does not want to watch. */
export async function resultOf(lines: ReturnType<PreparedReplay['lines']>): Promise<RuleReplay> {
  for await (const { type, ...line } of lines) if (type === 'result') return line as RuleReplay;
  throw new Error('a replay ended without a result');
}
