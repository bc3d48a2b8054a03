import { Injectable } from '@nestjs/common';
import type { HandoffStatus, InboxCounts } from '#contracts';
import { Database } from '../../platform/database/index.js';
import { AskedTogether } from './asked-together.js';

/** How many handoffs each view of the inbox holds, from the kept tallies. */
@Injectable()
export class InboxCounter {
  private readonly tallies = new AskedTogether<Asked, readonly Tally[]>((asked) =>
    this.database.prepared<Tally>(TALLIES, [asked[0]!.websiteIds, [...new Set(asked.map(({ userId }) => userId))]]),
  );

  constructor(private readonly database: Database) {}

  /** @param websiteIds null: all there are */
  async of(userId: string, websiteIds: readonly string[] | null): Promise<InboxCounts> {
    const counts: Record<keyof InboxCounts, number> = { mine: 0, unassigned: 0, sla_at_risk: 0, offline: 0, open: 0, resolved: 0 };
    for (const { status, offline, asker, n } of await this.tallies.ask(String(websiteIds), { userId, websiteIds })) {
      if (status === 'pending' && !offline) counts.unassigned += n;
      if (status !== 'pending' && status !== 'claimed') counts.resolved += n;
      else {
        counts.open += n;
        if (asker === userId) counts.mine += n;
        if (offline) counts.offline += n;
      }
    }
    // Until a website has SLA policies nothing can be at risk.
    return counts;
  }
}

interface Asked {
  readonly userId: string;
  readonly websiteIds: readonly string[] | null;
}

interface Tally {
  readonly status: HandoffStatus;
  readonly offline: boolean;
  /** Whose they are, of those who ask. */
  readonly asker: string | null;
  readonly n: number;
}

const TALLIES = /* sql */ `
select status, offline, case when assignee_id = any ($2::uuid[]) then assignee_id end as asker, sum(n)::int as n
from handoff_tally where $1::uuid[] is null or website_id = any ($1) group by 1, 2, 3`;
