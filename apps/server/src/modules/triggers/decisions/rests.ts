import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import type { LiveRule } from '../rule-book.js';

/** Rules that have acted in a session and must not yet act there again. */
@Injectable()
export class Rests {
  constructor(private readonly database: Database) {}

  /**
   * Those of `rules` that rest. Shadow rules rest as if they had acted, or their counts would say more than they would do.
   * Asks nothing when none of them ever rests.
   */
  async among(rules: readonly LiveRule[], sessionId: string, now: Date): Promise<ReadonlySet<string>> {
    const since = rules.flatMap((rule) => {
      const from = restsSince(rule, now);
      return from ? [{ id: rule.id, from }] : [];
    });
    if (since.length === 0) return new Set();
    const rows = await this.database.query<{ id: string }>(RESTING, [sessionId, since.map(({ id }) => id), since.map(({ from }) => from)]);
    return new Set(rows.map(({ id }) => id));
  }
}

const EVER = new Date(0);

/** What it did after that instant keeps it from acting; null: nothing does. */
function restsSince({ action, stage, cooldownSeconds }: LiveRule, now: Date): Date | null {
  if (action.type === 'offer') return EVER;
  if (cooldownSeconds) return new Date(now.getTime() - cooldownSeconds * 1000);
  // What is true by the clock stays true: acting on it once is enough.
  return stage === 'clock' ? EVER : null;
}

const RESTING = /* sql */ `
select r.id from unnest($2::uuid[], $3::timestamptz[]) as r (id, since)
 where exists (
   select from rule_decision d
    where d.session_id = $1 and d.rule_id = r.id and d.fired and (d.acted or d.shadow) and d.created_at > r.since
 )`;
