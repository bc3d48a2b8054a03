import { Injectable } from '@nestjs/common';
import type { HandoffStatus } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, Gathering } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { MessageNews, speechOfSystem, writtenRow, type HeldSession } from '../sessions/index.js';
import { claimStatement, type Claim, type WonRow } from './claim-statement.js';
import { refusalOf } from './handoff-access.js';
import { isOpen } from './handoff-lifecycle.js';
import { HandoffAlreadyClaimed, HandoffEnded } from './handoff.problems.js';
import { InboxNews } from './inbox-news.js';

const MAX_BATCH = 64;
/** It was somebody else's a moment ago and waits again now: how often that may happen before it counts as taken. */
const MAX_ATTEMPTS = 3;

interface Wish {
  readonly member: Member;
  /** As it comes back from Postgres, which reads capital letters, too. */
  readonly handoffId: string;
}

type Outcome = 'won' | 'lost';

/** Somebody takes over a conversation that waits. When many do so at the same moment, their claims share a commit. */
@Injectable()
export class Claims {
  private readonly claiming = new Gathering<Wish, Outcome>({
    keyOf: ({ handoffId }) => handoffId,
    run: (batch) => this.settle(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
  });

  constructor(
    private readonly database: Database,
    private readonly messageNews: MessageNews,
    private readonly news: InboxNews,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves once it is this member's and committed, also when it was theirs before.
   * @throws NotFound, Forbidden, HandoffAlreadyClaimed, HandoffEnded
   */
  async claim(member: Member, handoffId: string): Promise<void> {
    const wish = { member, handoffId: handoffId.toLowerCase() };
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      if ((await this.claiming.add(wish)) === 'won' || (await this.holder(wish)) === member.userId) return;
    }
    throw new HandoffAlreadyClaimed(null);
  }

  private async settle(batch: readonly Wish[]): Promise<readonly PromiseSettledResult<Outcome>[]> {
    try {
      return await this.claimAll(batch);
    } catch (reason) {
      if (batch.length === 1) return [{ status: 'rejected', reason }];
      // One that fails must not take the others with it.
      return (await Promise.all(batch.map((wish) => this.settle([wish])))).flat();
    }
  }

  private async claimAll(batch: readonly Wish[]): Promise<PromiseSettledResult<Outcome>[]> {
    const sessions = await this.sessionsOf(batch);
    const refusals = new Map(batch.map((wish) => [wish, refusalOf(wish.member, 'handoff.claim', sessions.get(wish.handoffId))]));
    const claims = batch.filter((wish) => !refusals.get(wish)).map((wish) => this.claimOf(wish, sessions.get(wish.handoffId)!));
    const won = new Set(claims.length > 0 ? await this.write(claims) : []);
    return batch.map((wish) => {
      const reason = refusals.get(wish);
      return reason ? { status: 'rejected', reason } : { status: 'fulfilled', value: won.has(wish.handoffId) ? 'won' : 'lost' };
    });
  }

  /** @returns which handoffs were won */
  private async write(claims: readonly Claim[]): Promise<string[]> {
    const { sql, params } = claimStatement(claims);
    const rows = await this.database.prepared<WonRow>(sql, params);
    for (const { ord, seq, at } of rows) {
      const { line, handoffId } = claims[ord]!;
      this.messageNews.saidWithChange(writtenRow({ ...line, at }, seq));
      this.doorbell.ring('owner-changed', line.sessionId);
      this.news.handoffChanged({ handoffId });
    }
    // The relay looks for everything that waits: one ring is enough.
    if (rows.length > 0) this.doorbell.ring('outbox', rows[0]!.event_id);
    return rows.map(({ ord }) => claims[ord]!.handoffId);
  }

  private claimOf({ member, handoffId }: Wish, session: HeldSession): Claim {
    return { member, handoffId, line: speechOfSystem(session, { code: 'handoff.claimed', agent: member.name }, this.clock.now()) };
  }

  private async sessionsOf(batch: readonly Wish[]): Promise<ReadonlyMap<string, HeldSession>> {
    const rows = await this.database.prepared<HeldSession & { readonly handoff_id: string }>(SESSIONS, [batch.map(({ handoffId }) => handoffId)]);
    return new Map(rows.map((row) => [row.handoff_id, row]));
  }

  /** Whose it was when it was not won; null when it waits again. @throws HandoffAlreadyClaimed, HandoffEnded */
  private async holder({ member, handoffId }: Wish): Promise<string | null> {
    const [handoff] = await this.database.query<{ status: HandoffStatus; assignee_id: string | null; name: string | null }>(
      `select h.status, h.assignee_id, u.name from handoff h left join app_user u on u.id = h.assignee_id where h.id = $1`,
      [handoffId],
    );
    if (!handoff) throw new NotFound('handoff');
    const { status, assignee_id: holder, name } = handoff;
    if (!isOpen(status)) throw new HandoffEnded(status);
    if (holder && holder !== member.userId) throw new HandoffAlreadyClaimed({ id: holder, name: name ?? '' });
    return holder;
  }
}

const SESSIONS = /* sql */ `
select h.id as handoff_id, s.id, s.website_id as "websiteId", s.locale from handoff h join session s on s.id = h.session_id where h.id = any ($1)`;
