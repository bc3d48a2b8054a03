import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Page, Rule } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { pageOf, readCursor } from '../../platform/paging/index.js';
import { NotFound } from '../../platform/problems/index.js';
import type { LiveRule } from './rule-book.js';
import type { RuleQuery } from './rule.dto.js';

const isPriority = (part: string): boolean => /^-?\d{1,6}$/.test(part);

const SELECT = `
  select r.id, r.website_id as "websiteId", r.name, r.enabled, r.mode, r.stage, r.priority, r.cooldown_seconds as "cooldownSeconds", r.version, r.trigger, r.code, r.built_in_key as "builtInKey",
         r.updated_at as "updatedAt", v.conditions, v.action
    from trigger_rule r join trigger_rule_version v on v.rule_id = r.id and v.version = r.version`;

interface RuleRow extends LiveRule {
  readonly websiteId: string;
  readonly enabled: boolean;
  readonly updatedAt: Date;
}

/** Rules as the team reads them, in the order they run. */
@Injectable()
export class RulesView {
  constructor(private readonly database: Database) {}

  async list(member: Member, query: RuleQuery): Promise<Page<Rule>> {
    const after = readCursor(query.cursor, isPriority, (part) => isUUID(part));
    const visible = member.websitesWith('rule.view');
    const rows = await this.database.query<RuleRow>(
      `${SELECT}
        where ($1::uuid[] is null or r.website_id = any ($1)) and ($2::uuid is null or r.website_id = $2)
          and ($3::int is null or r.priority < $3 or (r.priority = $3 and r.id > $4::uuid))
          and exists (select 1 from website w where w.id = r.website_id and w.deleted_at is null)
        order by r.priority desc, r.id limit $5`,
      [visible === 'all' ? null : visible, query.websiteId ?? null, after ? Number(after[0]) : null, after?.[1] ?? null, query.limit + 1],
    );
    return pageOf(rows, query.limit, bodyOf, (row) => [String(row.priority), row.id]);
  }

  /** @throws NotFound, also when it is not the member's to see */
  async get(member: Member, id: string): Promise<Rule> {
    const rule = await this.find(this.database, id);
    if (!rule || !member.can('rule.view', rule.websiteId)) throw new NotFound('rule');
    return rule;
  }

  async find(reader: Pick<Database, 'query'>, id: string): Promise<Rule | null> {
    const [row] = await reader.query<RuleRow>(`${SELECT} where r.id = $1`, [id]);
    return row ? bodyOf(row) : null;
  }
}

function bodyOf({ builtInKey, updatedAt, ...row }: RuleRow): Rule {
  return { ...row, builtIn: builtInKey !== null, updatedAt: updatedAt.toISOString() };
}
