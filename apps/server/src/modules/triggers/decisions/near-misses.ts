import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Facts } from '#contracts';
import { explain, nearMiss, type Fired, type RuleSet } from '#rules';
import type { LiveRule } from '../rule-book.js';
import { DecisionRecord, type Decided, type DecisionMoment } from './decision-record.js';

/** Of one message; the rules that run first come first. */
const MAX_KEPT = 3;

/** Notes, at a share of the messages, the rules that did not fire but would have, had one condition turned out differently. */
@Injectable()
export class NearMisses {
  constructor(
    private readonly config: Config,
    private readonly record: DecisionRecord,
  ) {}

  /** Whether the rules that come close at this message are noted: the same answer in every process, and at no cost. */
  inSample(sessionId: string, seq: number): boolean {
    // The end of a session's id is random; the seq stirs it, so that no conversation is in the sample as a whole.
    const dice = (Number.parseInt(sessionId.slice(-8), 16) ^ Math.imul(seq, 0x9e3779b1)) >>> 0;
    return dice < this.config.ruleSample * 2 ** 32;
  }

  /** Nobody waits for it. */
  sample(moment: DecisionMoment, rules: RuleSet<LiveRule>, fired: readonly Fired<LiveRule>[], facts: Facts): void {
    if (!this.inSample(moment.sessionId, moment.seq)) return;
    const close = rules.at(moment.stage).filter((rule) => isClose(rule, facts) && !fired.some((one) => one.rule === rule));
    void this.keep(moment, close.slice(0, MAX_KEPT), facts);
  }

  private async keep(moment: DecisionMoment, close: readonly LiveRule[], facts: Facts): Promise<void> {
    const decided = await Promise.all(
      close.map(async ({ id, version, mode, conditions }): Promise<Decided> => {
        const { evidence } = await explain(conditions, facts);
        return { ruleId: id, version, shadow: mode === 'shadow', evidence };
      }),
    );
    this.record.close(moment, decided);
  }
}

/** A rule of one's own lacked one condition of several; a built-in one, whose conditions nobody chose, missed its number. */
function isClose({ conditions, builtInKey }: LiveRule, facts: Facts): boolean {
  const missed = nearMiss(conditions, facts);
  return missed !== null && (missed.near || (builtInKey === null && missed.held > 0));
}
