import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { RULES_STATE, RuleBook } from '../rule-book.js';
import { NextLook } from './next-look.js';

/** A website whose sessions are to be looked at by the clock. */
export interface ClockWork {
  readonly websiteId: string;
  /** When one of its rules by the clock was last changed. */
  readonly changedAt: Date;
  readonly nextLook: NextLook;
}

@Injectable()
export class ClockRules {
  constructor(
    private readonly database: Database,
    private readonly book: RuleBook,
  ) {}

  async work(): Promise<ClockWork[]> {
    const rows = await this.database.query<{ websiteId: string; changedAt: Date; state: string }>(WORK);
    return Promise.all(
      rows.map(async ({ websiteId, changedAt, state }) => {
        // By older rules a session would be put off that a new one wants looked at now.
        const rules = await this.book.asOf(websiteId, state);
        return { websiteId, changedAt, nextLook: NextLook.at(rules.at('clock').map(({ conditions }) => conditions)) };
      }),
    );
  }
}

/** Where nobody is ever called, nothing is looked at. */
const WORK = /* sql */ `
select r.website_id as "websiteId", max(r.updated_at) as "changedAt",
       (select ${RULES_STATE} from trigger_rule where website_id = r.website_id) as state
  from trigger_rule r join website w on w.id = r.website_id and w.deleted_at is null and w.mode <> 'off'
 where r.enabled and r.stage = 'clock' group by r.website_id`;
