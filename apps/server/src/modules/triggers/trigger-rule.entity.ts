import { defineEntity, p } from '@mikro-orm/postgresql';
import type { RuleMode, RuleStage, Trigger } from '#contracts';
import { newId } from '../../platform/database/index.js';
import type { BuiltInRule } from './built-in-rules.js';

const TriggerRuleSchema = defineEntity({
  name: 'TriggerRule',
  tableName: 'trigger_rule',
  properties: {
    id: p.uuid().primary(),
    websiteId: p.uuid(),
    builtInKey: p.text().nullable(),
    name: p.text(),
    enabled: p.boolean(),
    mode: p.text().$type<RuleMode>(),
    stage: p.text().$type<RuleStage>(),
    priority: p.integer(),
    cooldownSeconds: p.integer().nullable(),
    trigger: p.text().$type<Trigger>(),
    code: p.text(),
    version: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** A rule as it stands. What it asks and does is in its versions, one of which is current. */
export class TriggerRule extends TriggerRuleSchema.class {
  static builtIn(websiteId: string, from: BuiltInRule, now: Date): TriggerRule {
    const { key, name, stage, priority, trigger, code, offAtFirst } = from;
    return TriggerRule.made(
      websiteId,
      { builtInKey: key, name, enabled: !offAtFirst, mode: 'live', stage, priority, cooldownSeconds: null, trigger, code },
      now,
    );
  }

  static custom(
    websiteId: string,
    given: Pick<TriggerRule, 'name' | 'enabled' | 'mode' | 'stage' | 'priority' | 'cooldownSeconds'>,
    now: Date,
  ): TriggerRule {
    return TriggerRule.made(websiteId, { ...given, builtInKey: null, trigger: 'custom_rule', code: 'custom_rule' }, now);
  }

  private static made(
    websiteId: string,
    given: Pick<TriggerRule, 'builtInKey' | 'name' | 'enabled' | 'mode' | 'stage' | 'priority' | 'cooldownSeconds' | 'trigger' | 'code'>,
    now: Date,
  ): TriggerRule {
    return Object.assign(new TriggerRule(), { id: newId(now.getTime()), websiteId, ...given, version: 0, createdAt: now, updatedAt: now });
  }

  /** Absent keeps. */
  change(given: Partial<Pick<TriggerRule, 'name' | 'enabled' | 'mode' | 'priority' | 'cooldownSeconds'>>): void {
    if (given.name !== undefined) this.name = given.name.trim();
    if (given.enabled !== undefined) this.enabled = given.enabled;
    if (given.mode !== undefined) this.mode = given.mode;
    if (given.priority !== undefined) this.priority = given.priority;
    if (given.cooldownSeconds !== undefined) this.cooldownSeconds = given.cooldownSeconds;
  }

  /** @returns the number of the version that now begins */
  nextVersion(now: Date): number {
    this.version += 1;
    this.updatedAt = now;
    return this.version;
  }
}
TriggerRuleSchema.setClass(TriggerRule);
