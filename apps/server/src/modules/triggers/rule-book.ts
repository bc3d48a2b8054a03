import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { RuleAction, RuleConditions, RuleMode, RuleStage, Trigger } from '#contracts';
import { compileRules, type RuleSet } from '#rules';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Database } from '../../platform/database/index.js';
import { Doorbell } from '../../platform/realtime/index.js';

/** How long a change made in another process may stay unseen; rings make it sooner. With the clock’s second it stays under two. */
const LOOKED_AGAIN_AFTER_MS = 900;

/** SQL over a website's rows of `trigger_rule`: differs whenever one was added, changed or removed. */
export const RULES_STATE = `coalesce(string_agg(id::text || ':' || version, ',' order by id), '')`;

export interface LiveRule {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly builtInKey: string | null;
  readonly trigger: Trigger;
  readonly code: string;
  readonly mode: RuleMode;
  readonly stage: RuleStage;
  readonly priority: number;
  readonly cooldownSeconds: number | null;
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
}

/** Every website's enabled rules, compiled, and compiled anew when they changed. */
@Injectable()
export class RuleBook implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RuleBook.name);
  private readonly states = new BriefMemory<string>(LOOKED_AGAIN_AFTER_MS);
  private readonly compiled = new Map<string, { readonly state: string; readonly rules: Promise<RuleSet<LiveRule>> }>();
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.doorbell.answer('rules-changed', (websiteId) => this.states.forget(websiteId));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** @param state of the website's rules as it was just read, by `RULES_STATE`: what is known here must not be older */
  asOf(websiteId: string, state: string): Promise<RuleSet<LiveRule>> {
    if (this.compiled.get(websiteId)?.state !== state) this.states.forget(websiteId);
    return this.of(websiteId);
  }

  async of(websiteId: string): Promise<RuleSet<LiveRule>> {
    const state = await this.states.recall(websiteId, () => this.stateOf(websiteId));
    const known = this.compiled.get(websiteId);
    if (known?.state === state) return known.rules;
    const rules = this.compile(websiteId);
    this.compiled.set(websiteId, { state, rules });
    // A failed read must not be what everybody is given from now on.
    rules.catch(() => this.compiled.delete(websiteId));
    return rules;
  }

  /** Read before the rules, so never newer than they. */
  private async stateOf(websiteId: string): Promise<string> {
    const [row] = await this.database.query<{ state: string }>(`select ${RULES_STATE} as state from trigger_rule where website_id = $1`, [websiteId]);
    return row!.state;
  }

  private async compile(websiteId: string): Promise<RuleSet<LiveRule>> {
    const rules = compileRules(
      await this.database.query<LiveRule>(
        `select r.id, r.name, r.version, r.built_in_key as "builtInKey", r.trigger, r.code, r.mode, r.stage, r.priority,
                r.cooldown_seconds as "cooldownSeconds", v.conditions, v.action
           from trigger_rule r join trigger_rule_version v on v.rule_id = r.id and v.version = r.version
          where r.website_id = $1 and r.enabled order by r.priority desc, r.id`,
        [websiteId],
      ),
    );
    for (const { rule, errors } of rules.broken)
      this.logger.error({ ruleId: rule.id, websiteId, errors }, `The rule “${rule.name}” is broken and was left out.`);
    return rules;
  }
}
