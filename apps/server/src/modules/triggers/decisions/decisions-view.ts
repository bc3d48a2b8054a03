import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Page, RuleComparison, RuleCounts, RuleDecision } from '#contracts';
import type { Member } from '../../../platform/access/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { pageOf, readCursor } from '../../../platform/paging/index.js';
import { Forbidden } from '../../../platform/problems/index.js';
import { RulesView } from '../rules-view.js';
import type { CountsQuery, DecisionsQuery } from './decision.dto.js';

const DAY_MS = 86_400_000;

/** What rules decided, as the team reads it. */
@Injectable()
export class DecisionsView {
  constructor(
    private readonly database: Database,
    private readonly rules: RulesView,
    private readonly clock: Clock,
  ) {}

  /** Every rule that the member may see, also those that never fired. */
  async counts(member: Member, { websiteId, days }: CountsQuery): Promise<Page<RuleCounts>> {
    const visible = member.websitesWith('rule.view');
    const items = await this.database.query<RuleCounts>(COUNTS, [
      visible === 'all' ? null : visible,
      websiteId ?? null,
      this.clock.now().toISOString().slice(0, 10),
      days,
    ]);
    return { items, nextCursor: null };
  }

  /** @throws NotFound, Forbidden to whoever may not read sessions: the evidence quotes them */
  async list(member: Member, ruleId: string, query: DecisionsQuery): Promise<Page<RuleDecision>> {
    const { websiteId } = await this.rules.get(member, ruleId);
    if (!member.can('session.view', websiteId)) throw new Forbidden();
    const after = readCursor(query.cursor, (part) => isUUID(part));
    const rows = await this.database.query<Omit<RuleDecision, 'at'> & { at: Date }>(DECISIONS, [
      ruleId,
      query.fired ?? null,
      after?.[0] ?? null,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query.limit,
      ({ at, ...row }) => ({ ...row, at: at.toISOString() }),
      ({ id }) => [id],
    );
  }

  /** By sessions that began in the last days. @throws NotFound */
  async comparison(member: Member, ruleId: string, days: number): Promise<RuleComparison> {
    const { websiteId } = await this.rules.get(member, ruleId);
    const [row] = await this.database.query<RuleComparison>(COMPARISON, [websiteId, ruleId, new Date(this.clock.now().getTime() - days * DAY_MS)]);
    return row!;
  }
}

const COUNTS = /* sql */ `
with day as (select generate_series(0, $4::int - 1) as i),
seen as (
  select r.id from trigger_rule r join website w on w.id = r.website_id and w.deleted_at is null
   where ($1::uuid[] is null or r.website_id = any ($1)) and ($2::uuid is null or r.website_id = $2)
),
tally as (
  select t.rule_id, t.day, sum(t.n) filter (where not t.shadow) as live, sum(t.n) filter (where t.shadow) as shadow
    from rule_tally t join seen on seen.id = t.rule_id
   where t.day > $3::date - $4::int and t.day <= $3::date
   group by 1, 2
)
select s.id as "ruleId", coalesce(sum(t.live), 0)::int as fired, coalesce(sum(t.shadow), 0)::int as "shadowFired",
       array_agg((coalesce(t.live, 0) + coalesce(t.shadow, 0))::int order by d.i) as "byDay"
  from seen s cross join day d left join tally t on t.rule_id = s.id and t.day = $3::date - ($4::int - 1 - d.i)
 group by s.id order by s.id`;

const DECISIONS = /* sql */ `
select id, session_id as "sessionId", seq, created_at as at, rule_version as version,
       case when shadow then 'shadow' else 'live' end as mode, fired, acted, evidence
  from rule_decision
 where rule_id = $1 and ($2::boolean is null or fired = $2) and ($3::uuid is null or id < $3)
 order by id desc limit $4`;

const COMPARISON = /* sql */ `
with said as (select distinct session_id from rule_decision where rule_id = $2 and fired and created_at >= $3),
had as (
  select said.session_id is not null as rule, exists (select from handoff h where h.session_id = s.id) as actual
    from session s left join said on said.session_id = s.id
   where s.website_id = $1 and s.started_at >= $3
)
select count(*) filter (where rule and actual)::int as both, count(*) filter (where rule and not actual)::int as "onlyRule",
       count(*) filter (where not rule and actual)::int as "onlyActual", count(*) filter (where not rule and not actual)::int as neither
  from had`;
