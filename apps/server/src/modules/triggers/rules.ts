import { Injectable } from '@nestjs/common';
import type { ChangeRule, Rule, RuleAction, RuleConditions, RuleStage, RuleVersion, SaveRule } from '#contracts';
import { isValidConditions, validateConditions, type WebsiteValues } from '#rules';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Forbidden, InvalidInput, NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { RuleVersions, type RuleBody } from './rule-versions.js';
import { RuleChanged, RuleIsBuiltIn } from './rule.problems.js';
import { RulesView } from './rules-view.js';
import { TopicBook } from './topics/topic-book.js';
import { TriggerRule } from './trigger-rule.entity.js';

/** What people do with rules. A document that cannot run is refused here, so whatever was live stays live. */
@Injectable()
export class Rules {
  constructor(
    private readonly database: Database,
    private readonly view: RulesView,
    private readonly versions: RuleVersions,
    private readonly audit: Audit,
    private readonly topics: TopicBook,
    private readonly clock: Clock,
  ) {}

  async create(member: Member, given: SaveRule): Promise<Rule> {
    this.mustEdit(member, given.websiteId, 'website');
    const { name, enabled = true, mode = 'live', stage, priority = 0, cooldownSeconds = null } = given;
    return this.database.transaction(async (tx) => {
      await this.mustExist(tx, given.websiteId);
      const conditions = sound(given.conditions, stage, await this.topics.valuesWithin(tx, given.websiteId));
      const now = this.clock.now();
      const rule = TriggerRule.custom(given.websiteId, { name: name.trim(), enabled, mode, stage, priority, cooldownSeconds }, now);
      await this.save(tx, member, rule, { conditions, action: await this.action(tx, given.websiteId, given.action) }, now);
      return this.told(tx, member, rule, 'created', {});
    });
  }

  /** @throws RuleChanged when it is no longer what the change was made on */
  async change(member: Member, id: string, { ifVersion, ...given }: ChangeRule): Promise<Rule> {
    return this.database.transaction(async (tx) => {
      const rule = await this.forUpdate(tx, member, id);
      if (ifVersion !== undefined && ifVersion !== rule.version) throw new RuleChanged(await this.versions.author(tx, rule), rule.version);
      const current = await this.versions.current(tx, rule);
      const body: RuleBody = {
        conditions:
          given.conditions === undefined
            ? current.conditions
            : sound(given.conditions, rule.stage, await this.topics.valuesWithin(tx, rule.websiteId)),
        action: given.action === undefined ? current.action : await this.action(tx, rule.websiteId, given.action),
      };
      rule.change(given);
      await this.save(tx, member, rule, body, this.clock.now());
      return this.told(tx, member, rule, 'updated', { fields: fieldsOf(given) });
    });
  }

  async remove(member: Member, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rule = await this.forUpdate(tx, member, id);
      if (rule.builtInKey != null) throw new RuleIsBuiltIn();
      await tx.em.remove(rule).flush();
      this.versions.announce(tx, rule.websiteId);
      await this.record(tx, member, rule, 'deleted', { name: rule.name });
    });
  }

  async history(member: Member, id: string): Promise<RuleVersion[]> {
    await this.view.get(member, id);
    return this.versions.list(id);
  }

  /** The old document becomes the newest version; nothing in between is lost. */
  async rollBack(member: Member, id: string, version: number): Promise<Rule> {
    return this.database.transaction(async (tx) => {
      const rule = await this.forUpdate(tx, member, id);
      const body = await this.versions.read(tx, id, version);
      if (!body) throw new NotFound('rule version');
      // Facts may have gone since, and teams.
      const action = await this.action(tx, rule.websiteId, body.action);
      const conditions = sound(body.conditions, rule.stage, await this.topics.valuesWithin(tx, rule.websiteId));
      await this.save(tx, member, rule, { conditions, action }, this.clock.now());
      return this.told(tx, member, rule, 'rolled_back', { to: version });
    });
  }

  private save(tx: Transaction, member: Member, rule: TriggerRule, body: RuleBody, now: Date): Promise<void> {
    return this.versions.write(tx, rule, body, member.userId, now);
  }

  private async told(tx: Transaction, member: Member, rule: TriggerRule, what: string, details: object): Promise<Rule> {
    await this.record(tx, member, rule, what, { version: rule.version, ...details });
    return (await this.view.find(tx, rule.id))!;
  }

  private record(tx: Transaction, actor: Member, { id, websiteId }: TriggerRule, what: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(tx, { actor, action: `rule.${what}`, subject: { type: 'rule', id }, websiteId, details });
  }

  private async forUpdate(tx: Transaction, member: Member, id: string): Promise<TriggerRule> {
    // The website's row first, like whoever edits its settings: changes to one website's rules wait for one another.
    await tx.query(`select 1 from website where id = (select website_id from trigger_rule where id = $1) for no key update`, [id]);
    const rule = await tx.em.findOne(TriggerRule, { id });
    if (!rule) throw new NotFound('rule');
    this.mustEdit(member, rule.websiteId, 'rule');
    return rule;
  }

  private mustEdit(member: Member, websiteId: string, what: string): void {
    if (!member.can('rule.view', websiteId)) throw new NotFound(what);
    if (!member.can('rule.edit', websiteId)) throw new Forbidden();
  }

  /** Held, so that no topic goes while a rule that asks for it comes. */
  private async mustExist(tx: Transaction, websiteId: string): Promise<void> {
    const [website] = await tx.query(`select 1 from website where id = $1 and deleted_at is null for no key update`, [websiteId]);
    if (!website) throw new NotFound('website');
  }

  /** A rule of one website must not hand its visitors to another's team. */
  private async action(tx: Transaction, websiteId: string, action: RuleAction): Promise<RuleAction> {
    if (action.teamId != null) {
      const [team] = await tx.query(`select 1 from team where id = $1 and (website_id is null or website_id = $2)`, [action.teamId, websiteId]);
      if (!team) throw new InvalidInput([{ path: 'action.teamId', message: 'is not a team of this website' }]);
    }
    const { type, priority, teamId, message, messages, tag } = action;
    return Object.fromEntries(
      Object.entries({ type, priority, teamId, message, messages, tag: tag?.trim() }).filter(([, value]) => value != null),
    ) as unknown as RuleAction;
  }
}

/** @throws InvalidInput naming every wrong node */
function sound(conditions: unknown, stage: RuleStage, values: WebsiteValues): RuleConditions {
  if (isValidConditions(conditions, stage, values)) return conditions;
  throw new InvalidInput(validateConditions(conditions, stage, values).errors);
}

function fieldsOf(given: object): string[] {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
}
