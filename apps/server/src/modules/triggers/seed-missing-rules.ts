import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { BUILT_IN_RULES } from './built-in-rules.js';
import { Triggers } from './triggers.js';

/** Websites made by an earlier version get the built-in rules that came since, switched off. */
@Injectable()
export class SeedMissingRules implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const websites = await this.database.query<{ id: string }>(LACKING, [BUILT_IN_RULES.map(({ key }) => key)]);
    for (const { id } of websites) {
      await this.database.transaction(async (tx) => {
        // Processes that start together take turns.
        await tx.query(`select 1 from website where id = $1 for no key update`, [id]);
        await this.triggers.seedLater(tx, id, this.clock.now());
      });
    }
  }
}

/** A website that has none at all was not made by the product. */
const LACKING = /* sql */ `
select w.id from website w join trigger_rule r on r.website_id = w.id and r.built_in_key = any ($1)
 where w.deleted_at is null group by w.id having count(*) < cardinality($1::text[])`;
