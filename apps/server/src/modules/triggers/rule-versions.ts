import { Injectable } from '@nestjs/common';
import type { RuleAction, RuleConditions, RuleVersion } from '#contracts';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { THRESHOLD_RULE, thresholdOf } from './confidence-threshold.js';
import type { TriggerRule } from './trigger-rule.entity.js';

export interface RuleBody {
  readonly conditions: RuleConditions;
  readonly action: RuleAction;
}

/** What a rule was called and how it was set while a version was current. */
export type RuleSettings = Pick<TriggerRule, 'name' | 'enabled' | 'mode' | 'priority' | 'cooldownSeconds'>;

/** The one place where a rule's document is written: always as a new version, never over an old one. */
@Injectable()
export class RuleVersions {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
  ) {}

  /** Makes `body` the current version of `rule` and everything else of the rule take effect with it. */
  async write(tx: Transaction, rule: TriggerRule, body: RuleBody, authorId: string | null, now: Date): Promise<void> {
    const version = rule.nextVersion(now);
    await tx.em.persist(rule).flush();
    await tx.query(
      `insert into trigger_rule_version
         (rule_id, website_id, version, name, enabled, mode, priority, cooldown_seconds, conditions, action, author_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        rule.id,
        rule.websiteId,
        version,
        rule.name,
        rule.enabled,
        rule.mode,
        rule.priority,
        rule.cooldownSeconds ?? null,
        JSON.stringify(body.conditions),
        JSON.stringify(body.action),
        authorId,
        now,
      ],
    );
    if (rule.builtInKey === THRESHOLD_RULE) await this.mirrorThreshold(tx, rule.websiteId, body.conditions);
    if (rule.stage === 'clock') await this.lookAtOnce(tx, rule.websiteId);
    this.announce(tx, rule.websiteId);
  }

  /** When sessions are looked at next was reckoned by the rules there were. */
  async lookAtOnce(tx: Transaction, websiteId: string): Promise<void> {
    await tx.query(`update session set clock_at = 'epoch' where website_id = $1 and owner = 'ai' and clock_at > 'epoch'`, [websiteId]);
  }

  /** Rules of a website changed: processes that hold them compiled look again after the commit. */
  announce(tx: Transaction, websiteId: string): void {
    tx.afterCommit(() => this.doorbell.ring('rules-changed', websiteId));
  }

  async current(tx: Transaction, rule: TriggerRule): Promise<RuleBody> {
    return (await this.read(tx, rule.id, rule.version))!;
  }

  async read(reader: Pick<Database, 'query'>, ruleId: string, version: number): Promise<RuleBody | null> {
    const [row] = await reader.query<RuleBody>(`select conditions, action from trigger_rule_version where rule_id = $1 and version = $2`, [
      ruleId,
      version,
    ]);
    return row ?? null;
  }

  /** Who wrote the current version; null when it came with the website. */
  async author(tx: Transaction, rule: TriggerRule): Promise<RuleVersion['author']> {
    const [row] = await tx.query<{ id: string; name: string }>(
      `select u.id, u.name from trigger_rule_version v join app_user u on u.id = v.author_id where v.rule_id = $1 and v.version = $2`,
      [rule.id, rule.version],
    );
    return row ?? null;
  }

  /** Newest first. */
  async list(ruleId: string): Promise<RuleVersion[]> {
    const rows = await this.database.query<VersionRow>(
      `select v.version, v.name, v.enabled, v.mode, v.priority, v.cooldown_seconds as "cooldownSeconds", v.conditions, v.action, v.created_at, v.author_id,
              u.name as author_name
         from trigger_rule_version v left join app_user u on u.id = v.author_id
        where v.rule_id = $1 order by v.version desc limit 200`,
      [ruleId],
    );
    return rows.map(({ author_id, author_name, created_at, ...version }) => ({
      ...version,
      author: author_id === null ? null : { id: author_id, name: author_name ?? '' },
      createdAt: created_at.toISOString(),
    }));
  }

  private async mirrorThreshold(tx: Transaction, websiteId: string, conditions: RuleConditions): Promise<void> {
    const threshold = thresholdOf(conditions);
    if (threshold === null) return;
    await tx.query(`update website set confidence_threshold = $2 where id = $1 and confidence_threshold <> $2`, [websiteId, threshold]);
  }
}

interface VersionRow extends Omit<RuleVersion, 'author' | 'createdAt'> {
  readonly created_at: Date;
  readonly author_id: string | null;
  readonly author_name: string | null;
}
