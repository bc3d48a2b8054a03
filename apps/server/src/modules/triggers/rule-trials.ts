import { Injectable } from '@nestjs/common';
import type { Facts, RuleMoment, RuleTrial, TryRule } from '#contracts';
import { FACTS, explain } from '#rules';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { InvalidInput, NotFound } from '../../platform/problems/index.js';
import { firstMessage } from './first-message.js';
import { factNamesIn } from './past/asked-facts.js';
import { PastConversations } from './past/past-conversation.js';
import { factsAt, momentAt } from './past/past-moments.js';
import { RuleSketches, type SoundSketch } from './rule-sketches.js';
import { factsOf } from './situation-facts.js';

/** What nobody can know of a message that was never written. */
const NOT_ASKED: ReadonlySet<string> = new Set(['queue.waiting', 'team.online']);
const TRIED: ReadonlySet<string> = new Set(FACTS.map(({ name }) => name).filter((name) => !NOT_ASKED.has(name)));

/** Lets people see what a rule would say before a visitor meets it. Nothing is stored and nothing follows. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly sketches: RuleSketches,
    private readonly conversations: PastConversations,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput, NotFound, Forbidden */
  async run(member: Member, { rule, text, sessionId, seq }: TryRule): Promise<RuleTrial> {
    if ((text === undefined) === (sessionId === undefined)) {
      throw new InvalidInput([{ path: 'text', message: 'must be given, or sessionId, and not both' }]);
    }
    if (sessionId === undefined) return this.onText(await this.sketches.read(member, rule), text!);
    return this.onSession(await this.sketches.readForSessions(member, rule), sessionId, seq);
  }

  /** The message stands alone: an unknown visitor's first, with no answer by the AI yet. */
  private async onText({ conditions, website }: SoundSketch, text: string): Promise<RuleTrial> {
    const { timeZone, topics, mode = 'always' } = website ?? { timeZone: 'UTC' };
    const facts = await factsOf(firstMessage({ text, timeZone, mode, now: this.clock.now(), ...(topics && { topics }) }), TRIED);
    return { ...(await explain(conditions, facts)), facts: shown(facts) };
  }

  private async onSession(
    { conditions, stage, website }: SoundSketch & { readonly website: NonNullable<SoundSketch['website']> },
    sessionId: string,
    seq: number | undefined,
  ): Promise<RuleTrial> {
    const conversation = await this.conversations.one(sessionId, website.id);
    if (!conversation) throw new NotFound('session');
    const moment = momentAt(conversation, seq, website);
    if (!moment) throw new InvalidInput([{ path: 'seq', message: 'is before anything the visitor wrote' }]);
    const withAi = stage === 'after_reply' || stage === undefined;
    const attributes = Object.keys({ ...conversation.visitor.attributes, ...moment.kept?.facts });
    const own = factNamesIn(conditions);
    const asked = new Set([...TRIED, ...NOT_ASKED, ...own, ...attributes.map((name) => (name.includes('.') ? name : `visitor.${name}`))]);
    const { facts } = await factsAt(moment, conversation, { website, asked, withAi });
    const { complete } = await factsAt(moment, conversation, { website, asked: own, withAi });
    const at: RuleMoment = { sessionId, seq: moment.seq, at: moment.at.toISOString(), complete };
    return { ...(await explain(conditions, facts)), facts: shown(facts), at };
  }
}

/** What is absent is not shown. */
function shown(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));
}
