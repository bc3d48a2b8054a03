import { Injectable } from '@nestjs/common';
import type { EvidenceNode, Priority, Trigger } from '#contracts';
import { newId, type Transaction } from '../../platform/database/index.js';
import type { Member } from '../../platform/access/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Sessions, type Session } from '../sessions/index.js';
import { Assignees } from './assignees.js';
import { handoffOpened } from './handoff-events.js';
import { HandoffRecord, type Actor } from './handoff-record.js';
import { Handoff } from './handoff.entity.js';
import { InboxNews } from './inbox-news.js';
import { Queue, type QueuePlace } from './queue.js';

/** Why a person is wanted. */
export interface HandoffCause {
  readonly trigger: Trigger;
  readonly code: string;
  readonly reason: string;
  readonly rule: { readonly id: string; readonly version: number } | null;
  readonly evidence: EvidenceNode | null;
  readonly priority: Priority;
  readonly teamId: string | null;
  /** Said to the visitor before the line about the queue. */
  readonly message: string | null;
  readonly actor: Actor;
  readonly member?: Member;
}

/** Opening a handoff: the AI falls silent, the request enters the queue, and the visitor is told the truth about the wait. */
@Injectable()
export class HandoffOpening {
  constructor(
    private readonly sessions: Sessions,
    private readonly record: HandoffRecord,
    private readonly queue: Queue,
    private readonly assignees: Assignees,
    private readonly news: InboxNews,
    private readonly doorbell: Doorbell,
  ) {}

  /** @param session locked, and owned by the AI */
  async open(tx: Transaction, session: Session, cause: HandoffCause, now: Date): Promise<{ handoff: Handoff; place: QueuePlace | null }> {
    session.toQueue(now);
    const handoff = tx.em.create(Handoff, {
      id: newId(now.getTime()),
      websiteId: session.websiteId,
      sessionId: session.id,
      status: 'pending',
      trigger: cause.trigger,
      // Away or not, a person was asked for.
      cause: cause.trigger === 'offline_capture' ? 'requested' : null,
      code: cause.code,
      reason: cause.reason,
      ruleId: cause.rule?.id ?? null,
      ruleVersion: cause.rule?.version ?? null,
      evidence: cause.evidence,
      priority: cause.priority,
      teamId: cause.teamId,
      assigneeId: null,
      preferredAssigneeId: await this.lastAgentOf(tx, session.id),
      offline: cause.trigger === 'offline_capture',
      openedSeq: session.lastSeq,
      openedAt: now,
      claimedAt: null,
      firstResponseAt: null,
      resolvedAt: null,
      cancelledAt: null,
      outcome: null,
      promisePosition: null,
      promiseEtaSeconds: null,
      promiseMadeAt: null,
      updatedAt: now,
    });
    // Flushed here so that the place can be asked for and a second open handoff fails now, on the unique index.
    await tx.em.flush();
    // A person comes, so whether one is wanted is no question any more.
    await tx.query(`update handoff_offer set state = 'lapsed', answered_at = $2 where session_id = $1 and state = 'open'`, [session.id, now]);
    // What the AI still owes is the person's to answer.
    await tx.query(`update ai_turn set state = 'dropped', finished_at = $2 where session_id = $1 and state = 'owed'`, [session.id, now]);

    const place = handoff.offline ? null : await this.promise(tx, handoff, now);
    const words = cause.message ? { message: cause.message } : {};
    await this.sessions.say(tx, session, place ? { code: 'handoff.queued', ...place, ...words } : { code: 'handoff.captured', ...words }, now);
    await this.record.add(tx, handoff, {
      kind: 'opened',
      actor: cause.actor,
      ...(cause.member ? { member: cause.member } : {}),
      details: { trigger: cause.trigger, code: cause.code, reason: cause.reason },
      event: handoffOpened(handoff, { handoffId: handoff.id, by: cause.actor, trigger: cause.trigger, code: cause.code }),
      at: now,
    });
    tx.afterCommit(() => {
      this.doorbell.ring('owner-changed', session.id);
      this.news.handoffChanged({ handoffId: handoff.id, opened: true });
    });
    return { handoff, place };
  }

  /** @throws AssigneeUnfit */
  teamOf(tx: Transaction, teamId: string, websiteId: string): Promise<string> {
    return this.assignees.team(tx, teamId, websiteId);
  }

  /** The place that the visitor is told of; kept, so that its keeping can be measured. */
  private async promise(tx: Transaction, handoff: Handoff, now: Date): Promise<QueuePlace> {
    const place = await this.queue.placeOf(handoff.id, handoff.websiteId, now, tx);
    handoff.promisePosition = place.position;
    handoff.promiseEtaSeconds = place.etaSeconds;
    handoff.promiseMadeAt = now;
    return place;
  }

  private async lastAgentOf(tx: Transaction, sessionId: string): Promise<string | null> {
    const [row] = await tx.query<{ assignee_id: string }>(
      `select h.assignee_id from handoff h join app_user u on u.id = h.assignee_id and u.active
       where h.session_id = $1 order by h.opened_at desc limit 1`,
      [sessionId],
    );
    return row?.assignee_id ?? null;
  }
}
