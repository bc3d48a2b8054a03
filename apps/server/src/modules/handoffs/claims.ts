import { Injectable } from '@nestjs/common';
import type { HandoffStatus } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, Gathering, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Sessions, type HeldSession } from '../sessions/index.js';
import { handoffClaimed } from './handoff-events.js';
import { isOpen } from './handoff-lifecycle.js';
import { HandoffRecord, asActor, type Recorded } from './handoff-record.js';
import { HandoffAlreadyClaimed, HandoffEnded } from './handoff.problems.js';
import { InboxNews } from './inbox-news.js';

const MAX_BATCH = 64;

interface Wish {
  readonly member: Member;
  readonly handoffId: string;
  readonly sessionId: string;
}

/** Somebody takes over a conversation that waits. When many do so at the same moment, their claims share a commit. */
@Injectable()
export class Claims {
  private readonly claiming = new Gathering<Wish, void>({
    keyOf: ({ sessionId }) => sessionId,
    run: (batch) => this.settle(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
  });

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly record: HandoffRecord,
    private readonly news: InboxNews,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves once it is this member's and committed, also when it was theirs before.
   * @throws NotFound, HandoffAlreadyClaimed, HandoffEnded
   */
  claim(member: Member, handoffId: string, sessionId: string): Promise<void> {
    return this.claiming.add({ member, handoffId, sessionId });
  }

  private async settle(batch: readonly Wish[]): Promise<readonly PromiseSettledResult<void>[]> {
    try {
      return await this.database.transaction((tx) => this.claimAll(tx, batch));
    } catch (reason) {
      if (batch.length === 1) return [{ status: 'rejected', reason }];
      // One that fails must not take the others with it.
      return (await Promise.all(batch.map((wish) => this.settle([wish])))).flat();
    }
  }

  private async claimAll(tx: Transaction, batch: readonly Wish[]): Promise<PromiseSettledResult<void>[]> {
    const held = await this.sessions.lockAll(
      tx,
      batch.map(({ sessionId }) => sessionId),
    );
    const now = this.clock.now();
    // Whoever comes first: this statement, not a look before it, decides.
    const won = await tx.query<{ id: string }>(
      `update handoff h set status = 'claimed', assignee_id = wish.member, claimed_at = $3, updated_at = $3
       from unnest($1::uuid[], $2::uuid[]) as wish (handoff, member)
       where h.id = wish.handoff and h.status = 'pending' returning h.id`,
      [batch.map(({ handoffId }) => handoffId), batch.map(({ member }) => member.userId), now],
    );
    const winners = new Set(won.map(({ id }) => id));
    const [winning, losing] = [batch.filter(({ handoffId }) => winners.has(handoffId)), batch.filter(({ handoffId }) => !winners.has(handoffId))];
    if (winning.length > 0) await this.handOver(tx, winning, held, now);
    const refusals = losing.length > 0 ? await this.refusals(tx, losing) : new Map<Wish, Error>();
    return batch.map((wish) => {
      const reason = refusals.get(wish);
      return reason ? { status: 'rejected', reason } : { status: 'fulfilled', value: undefined };
    });
  }

  /** From here on they speak: the owners change, the visitors hear who it is. */
  private async handOver(tx: Transaction, winning: readonly Wish[], held: ReadonlyMap<string, HeldSession>, now: Date): Promise<void> {
    const sessionOf = ({ sessionId }: Wish): HeldSession => held.get(sessionId)!;
    await this.sessions.giveToAgents(
      tx,
      winning.map(({ sessionId, member }) => ({ sessionId, userId: member.userId })),
      now,
    );
    await this.sessions.sayAll(
      tx,
      winning.map((wish) => ({ session: sessionOf(wish), event: { code: 'handoff.claimed', agent: wish.member.name } as const })),
      now,
    );
    await this.record.addAll(
      tx,
      winning.map((wish) => recorded(wish, sessionOf(wish), now)),
    );
    tx.afterCommit(() => {
      for (const { handoffId, sessionId } of winning) {
        this.doorbell.ring('owner-changed', sessionId);
        this.news.handoffChanged({ handoffId });
      }
    });
  }

  /** Why those did not win who did not; nothing for those who hold it already. */
  private async refusals(tx: Transaction, losing: readonly Wish[]): Promise<Map<Wish, Error>> {
    const rows = await tx.query<{ id: string; status: HandoffStatus; assignee_id: string | null; name: string | null }>(
      `select h.id, h.status, h.assignee_id, u.name from handoff h left join app_user u on u.id = h.assignee_id where h.id = any ($1)`,
      [losing.map(({ handoffId }) => handoffId)],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      losing.flatMap((wish): [Wish, Error][] => {
        const handoff = found.get(wish.handoffId);
        if (!handoff) return [[wish, new NotFound('handoff')]];
        if (!isOpen(handoff.status)) return [[wish, new HandoffEnded(handoff.status)]];
        if (handoff.assignee_id === wish.member.userId) return [];
        return [[wish, new HandoffAlreadyClaimed(handoff.assignee_id ? { id: handoff.assignee_id, name: handoff.name ?? '' } : null)]];
      }),
    );
  }
}

function recorded({ member, handoffId }: Wish, session: HeldSession, now: Date): Recorded {
  const handoff = { id: handoffId, websiteId: session.websiteId, sessionId: session.id };
  return {
    handoff,
    entry: {
      kind: 'claimed',
      actor: asActor(member),
      member,
      details: { assignee: { id: member.userId, name: member.name } },
      event: handoffClaimed(handoff, { handoffId, by: asActor(member), assigneeId: member.userId, takenFrom: null }),
      at: now,
    },
  };
}
