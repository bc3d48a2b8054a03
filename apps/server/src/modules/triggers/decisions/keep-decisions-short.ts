import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Sweeps, type Sweep } from '../../../platform/jobs/index.js';

const MAX_ROWS = 5_000;
const DAY_MS = 86_400_000;
/** No firing is written later than this; days before are folded for good. */
const FOLDED_FOR_DAYS = 2;

/** Folds the firings of a rule and day together, so that counting them stays cheap however many there were. */
@Injectable()
@Sweeps({ name: 'rule-tallies', everySeconds: 5 })
export class FoldRuleTallies implements Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    await this.database.query(FOLD, [MAX_ROWS, new Date(this.clock.now().getTime() - FOLDED_FOR_DAYS * DAY_MS)]);
  }
}

/** Forgets decisions that are older than the operator wants; how often each rule fired stays known. */
@Injectable()
@Sweeps({ name: 'rule-decisions', everySeconds: 60 })
export class ForgetOldDecisions implements Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.ruleDecisionDays * DAY_MS);
    let forgotten = MAX_ROWS;
    while (forgotten === MAX_ROWS) {
      const [row] = await this.database.query<{ n: number }>(FORGET, [before, MAX_ROWS]);
      forgotten = row!.n;
    }
  }
}

/** Days that stand folded already are left alone; rows that another process folds at this moment are skipped. */
const FOLD = /* sql */ `
with many as (select rule_id, day, shadow from rule_tally where day >= $2 group by 1, 2, 3 having count(*) > 1 limit 500),
picked as (
  select t.id from rule_tally t join many using (rule_id, day, shadow) order by t.id limit $1 for update of t skip locked
),
gone as (delete from rule_tally t using picked where t.id = picked.id returning t.rule_id, t.day, t.shadow, t.n)
insert into rule_tally (rule_id, day, shadow, n) select rule_id, day, shadow, sum(n) from gone group by 1, 2, 3`;

const FORGET = /* sql */ `
with old as (select id from rule_decision where created_at < $1 order by created_at limit $2 for update skip locked),
gone as (delete from rule_decision d using old where d.id = old.id returning 1)
select count(*)::int as n from gone`;
