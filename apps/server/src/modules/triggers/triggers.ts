import { Injectable } from '@nestjs/common';
import type { RuleStage } from '#contracts';
import { newId, type Transaction } from '../../platform/database/index.js';
import { BUILT_IN_RULES } from './built-in-rules.js';
import { THRESHOLD_RULE, thresholdOf, withThreshold } from './confidence-threshold.js';
import { reasonFor } from './reasons.js';
import { RuleBook, type LiveRule } from './rule-book.js';
import { RuleVersions } from './rule-versions.js';
import { factsOf } from './situation-facts.js';
import type { Decision, FiredRule, Question } from './situation.js';
import { TriggerRule } from './trigger-rule.entity.js';

/** What the other modules ask of rules: whether a person is needed now, and why. */
@Injectable()
export class Triggers {
  constructor(
    private readonly book: RuleBook,
    private readonly versions: RuleVersions,
  ) {}

  async decide({ stage, websiteId, situation }: Question): Promise<Decision> {
    const rules = await this.book.of(websiteId);
    const facts = await factsOf(situation, rules.factsAskedAt(stage));
    const decided = (await rules.decide(stage, facts)).map(({ rule, evidence }) => ({
      mode: rule.mode,
      fired: firedRule(rule, evidence, reasonFor(rule, situation)),
    }));
    return {
      fired: decided.filter(({ mode }) => mode === 'live').map(({ fired }) => fired),
      shadow: decided.filter(({ mode }) => mode === 'shadow').map(({ fired }) => fired),
    };
  }

  /** Keeps what was decided, shadow rules too, with the evidence of the moment. */
  async remember(
    tx: Transaction,
    about: { websiteId: string; sessionId: string; seq: number; stage: RuleStage; decision: Decision; now: Date },
  ): Promise<void> {
    const { decision } = about;
    const rows = [...decision.fired.map((rule) => ({ rule, shadow: false })), ...decision.shadow.map((rule) => ({ rule, shadow: true }))];
    for (const { rule, shadow } of rows) {
      await tx.query(
        `insert into rule_decision (id, website_id, session_id, seq, rule_id, rule_version, stage, fired, shadow, evidence, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10)`,
        [
          newId(about.now.getTime()),
          about.websiteId,
          about.sessionId,
          about.seq,
          rule.ruleId,
          rule.version,
          about.stage,
          shadow,
          JSON.stringify(rule.evidence),
          about.now,
        ],
      );
    }
  }

  /** Gives a website the built-in rules it does not have yet. To be called, in its transaction, when one is created. */
  async seed(tx: Transaction, websiteId: string, now: Date): Promise<void> {
    const [website] = await tx.query<{ threshold: number }>(`select confidence_threshold as threshold from website where id = $1`, [websiteId]);
    const present = await tx.em.find(TriggerRule, { websiteId, builtInKey: { $ne: null } });
    for (const builtIn of BUILT_IN_RULES) {
      if (present.some((rule) => rule.builtInKey === builtIn.key)) continue;
      const conditions = builtIn.key === THRESHOLD_RULE && website ? withThreshold(builtIn.conditions, website.threshold) : builtIn.conditions;
      await this.versions.write(tx, TriggerRule.builtIn(websiteId, builtIn, now), { conditions, action: builtIn.action }, null, now);
    }
  }

  /**
   * Changes the confidence under which an answer goes to a person: a new version of the built-in rule, and with it
   * `website.confidence_threshold`. Whoever lets people edit the threshold elsewhere calls this instead of writing it.
   * @param threshold 0…1
   */
  async setConfidenceThreshold(tx: Transaction, websiteId: string, threshold: number, authorId: string | null, now: Date): Promise<void> {
    const rule = await tx.em.findOne(TriggerRule, { websiteId, builtInKey: THRESHOLD_RULE });
    if (!rule) return;
    const body = await this.versions.current(tx, rule);
    if (thresholdOf(body.conditions) === threshold) return;
    await this.versions.write(tx, rule, { ...body, conditions: withThreshold(body.conditions, threshold) }, authorId, now);
  }
}

function firedRule(rule: LiveRule, evidence: FiredRule['evidence'], reason: string): FiredRule {
  const { id, name, version, trigger, code, action, priority } = rule;
  return { ruleId: id, name, version, trigger, code, reason, evidence, action, priority };
}
