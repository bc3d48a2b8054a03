import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EvidenceNode, HandoffOutcome, HandoffStatus, Priority, Trigger } from '#contracts';
import { mayBecome } from './handoff-lifecycle.js';
import { HandoffEnded, HandoffNotClaimed } from './handoff.problems.js';

const HandoffSchema = defineEntity({
  name: 'Handoff',
  tableName: 'handoff',
  properties: {
    id: p.uuid().primary(),
    websiteId: p.uuid(),
    sessionId: p.uuid(),
    status: p.string().$type<HandoffStatus>(),
    trigger: p.string().$type<Trigger>(),
    cause: p.string().$type<Trigger>().nullable(),
    code: p.string(),
    reason: p.string(),
    ruleId: p.uuid().nullable(),
    ruleVersion: p.integer().nullable(),
    evidence: p.json<EvidenceNode>().nullable(),
    priority: p.string().$type<Priority>(),
    teamId: p.uuid().nullable(),
    assigneeId: p.uuid().nullable(),
    preferredAssigneeId: p.uuid().nullable(),
    offline: p.boolean(),
    openedSeq: p.integer(),
    openedAt: p.datetime(),
    claimedAt: p.datetime().nullable(),
    firstResponseAt: p.datetime().nullable(),
    resolvedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    outcome: p.string().$type<HandoffOutcome>().nullable(),
    promisePosition: p.integer().nullable(),
    promiseEtaSeconds: p.integer().nullable(),
    promiseMadeAt: p.datetime().nullable(),
    updatedAt: p.datetime(),
  },
});

/**
 * One stretch in which a person is wanted or speaking. Being claimed is not among the verbs: that race is decided by one
 * conditional statement (see `Claims`). The verbs here run on a row that is locked.
 */
export class Handoff extends HandoffSchema.class {
  /** Given to somebody, or taken over by somebody, whoever held it before. */
  giveTo(userId: string, now: Date): void {
    if (this.status !== 'claimed') this.become('claimed', now);
    this.assigneeId = userId;
    this.claimedAt = now;
  }

  /** Back into the queue, keeping its place by age. */
  release(now: Date): void {
    if (this.status !== 'claimed') throw new HandoffNotClaimed(this.status);
    this.become('pending', now);
    this.assigneeId = null;
    this.claimedAt = null;
  }

  resolve(now: Date): void {
    if (this.status === 'pending') throw new HandoffNotClaimed(this.status);
    this.become('resolved', now);
    this.resolvedAt = now;
    this.outcome = 'resolved';
  }

  cancel(outcome: 'returned_to_ai' | 'closed', now: Date): void {
    this.become('cancelled', now);
    this.cancelledAt = now;
    this.outcome = outcome;
  }

  isHeldBy(userId: string): boolean {
    return this.status === 'claimed' && this.assigneeId === userId;
  }

  private become(status: HandoffStatus, now: Date): void {
    if (!mayBecome(this.status, status)) throw new HandoffEnded(this.status);
    this.status = status;
    this.updatedAt = now;
  }
}
HandoffSchema.setClass(Handoff);
