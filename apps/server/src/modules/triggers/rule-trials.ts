import { Injectable } from '@nestjs/common';
import type { RuleStage, RuleTrial, TryRule } from '#contracts';
import { explain, isValidConditions, validateConditions } from '#rules';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { InvalidInput, NotFound } from '../../platform/problems/index.js';
import { firstMessage } from './first-message.js';
import { factsOf } from './situation-facts.js';

const STAGES: readonly RuleStage[] = ['before_reply', 'after_reply', 'clock'];

/** Lets people see what a rule would say of a message before a visitor meets it. Nothing is stored and nothing follows. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The message stands alone: an unknown visitor's first, with no answer by the AI yet. */
  async run(member: Member, { rule, text }: TryRule): Promise<RuleTrial> {
    const { conditions } = rule;
    const stage = stageOf(rule.stage);
    if (!isValidConditions(conditions, stage)) throw new InvalidInput(validateConditions(conditions, stage).errors.map(withinRule));
    const timeZone = await this.timeZone(member, rule.websiteId);
    const facts = await factsOf(firstMessage({ text: text ?? '', timeZone, now: this.clock.now() }), new Set(['time.now']));
    return { ...(await explain(conditions, facts)), facts: { ...facts } };
  }

  private async timeZone(member: Member, websiteId: unknown): Promise<string> {
    if (typeof websiteId !== 'string') return 'UTC';
    if (!member.can('rule.view', websiteId)) throw new NotFound('website');
    const [website] = await this.database.query<{ time_zone: string }>(`select time_zone from website where id::text = $1 and deleted_at is null`, [
      websiteId,
    ]);
    if (!website) throw new NotFound('website');
    return website.time_zone;
  }
}

function stageOf(stage: unknown): RuleStage | undefined {
  if (stage === undefined) return undefined;
  if (STAGES.includes(stage as RuleStage)) return stage as RuleStage;
  throw new InvalidInput([{ path: 'rule.stage', message: `must be one of ${STAGES.join(', ')}` }]);
}

function withinRule({ path, message }: { path: string; message: string }): { path: string; message: string } {
  return { path: `rule.${path}`, message };
}
