import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { Sweeps, type Sweep } from '../../platform/jobs/index.js';

/** Folds the differences of the views' counts together, so that summing them stays cheap however many handoffs there were. */
@Injectable()
@Sweeps({ name: 'handoff-tallies', everySeconds: 5 })
export class FoldTallies implements Sweep {
  constructor(private readonly database: Database) {}

  async sweep(): Promise<void> {
    await this.database.query(FOLD, [MAX_ROWS]);
  }
}

const MAX_ROWS = 20_000;

/** Rows that another process folds at this moment are skipped; what is deleted and what is inserted have the same sums. */
const FOLD = /* sql */ `
with picked as (select id from handoff_tally order by id limit $1 for update skip locked),
gone as (delete from handoff_tally t using picked where t.id = picked.id returning t.website_id, t.status, t.offline, t.assignee_id, t.n)
insert into handoff_tally (website_id, status, offline, assignee_id, n)
select website_id, status, offline, assignee_id, sum(n) from gone group by 1, 2, 3, 4 having sum(n) <> 0`;
