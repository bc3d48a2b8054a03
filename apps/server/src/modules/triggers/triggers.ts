import { Injectable } from '@nestjs/common';
import type { Fired } from '#rules';
import type { Transaction } from '../../platform/database/index.js';
import { AttributeSightings } from './attributes/attribute-sightings.js';
import { BUILT_IN_RULES, type BuiltInRule } from './built-in-rules.js';
import { ClockRules, type ClockWork } from './clock/clock-rules.js';
import { THRESHOLD_RULE, thresholdOf, withThreshold } from './confidence-threshold.js';
import { DecisionRecord, type DecisionMoment } from './decisions/decision-record.js';
import { Rests } from './decisions/rests.js';
import { NearMisses } from './decisions/near-misses.js';
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
    private readonly record: DecisionRecord,
    private readonly nearMisses: NearMisses,
    private readonly attributes: AttributeSightings,
    private readonly rests: Rests,
    private readonly clock: ClockRules,
  ) {}

  async decide({ stage, websiteId, situation, about }: Question): Promise<Decision> {
    const rules = await this.book.of(websiteId);
    if (about) this.attributes.note(websiteId, situation.visitor.attributes, situation.now);
    const facts = await factsOf(situation, rules.factsAskedAt(stage));
    const firing = await rules.decide(stage, facts);
    // By the clock the same question comes again and again, and what is close stays close.
    if (about && stage !== 'clock') this.nearMisses.sample({ ...about, websiteId, stage, now: situation.now }, rules, firing, facts);
    const all = await this.awake(firing, situation.now, about);
    const decided = all.map(({ rule, evidence }) => ({
      mode: rule.mode,
      fired: firedRule(rule, evidence, reasonFor(rule, situation)),
    }));
    return {
      fired: decided.filter(({ mode }) => mode === 'live').map(({ fired }) => fired),
      shadow: decided.filter(({ mode }) => mode === 'shadow').map(({ fired }) => fired),
    };
  }

  /** Websites with rules by the clock, the latest change of one of these, and when they can matter. */
  clockWork(): Promise<ClockWork[]> {
    return this.clock.work();
  }

  private async awake(fired: readonly Fired<LiveRule>[], now: Date, about: Question['about']): Promise<readonly Fired<LiveRule>[]> {
    if (!about || fired.length === 0) return fired;
    const resting = await this.rests.among(
      fired.map(({ rule }) => rule),
      about.sessionId,
      now,
    );
    return resting.size === 0 ? fired : fired.filter(({ rule }) => !resting.has(rule.id));
  }

  /** Whether rules that come close at this message are to be noted, so that the turn must run though none can fire. */
  inSample(sessionId: string, seq: number): boolean {
    return this.nearMisses.inSample(sessionId, seq);
  }

  /**
   * Keeps what was decided, shadow rules too, with the evidence of the moment.
   * @param acted the rules that something followed from, by id
   */
  async remember(tx: Transaction, about: DecisionMoment & { readonly decision: Decision; readonly acted: ReadonlySet<string> }): Promise<void> {
    const { decision, acted, ...moment } = about;
    const fired = [...decision.fired.map((rule) => ({ ...rule, shadow: false })), ...decision.shadow.map((rule) => ({ ...rule, shadow: true }))];
    await this.record.fired(tx, moment, fired, acted);
  }

  /** Gives a website the built-in rules it does not have yet. To be called, in its transaction, when one is created. */
  async seed(tx: Transaction, websiteId: string, now: Date): Promise<void> {
    await this.seedFrom(BUILT_IN_RULES, tx, websiteId, now);
  }

  /** The same for a website that has been at work: nothing may begin to act there unasked, so what is new is off. */
  async seedLater(tx: Transaction, websiteId: string, now: Date): Promise<void> {
    await this.seedFrom(
      BUILT_IN_RULES.map((rule): BuiltInRule => ({ ...rule, offAtFirst: true })),
      tx,
      websiteId,
      now,
    );
  }

  private async seedFrom(rules: readonly BuiltInRule[], tx: Transaction, websiteId: string, now: Date): Promise<void> {
    const [website] = await tx.query<{ threshold: number }>(`select confidence_threshold as threshold from website where id = $1`, [websiteId]);
    const present = await tx.em.find(TriggerRule, { websiteId, builtInKey: { $ne: null } });
    for (const builtIn of rules) {
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
