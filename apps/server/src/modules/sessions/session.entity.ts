import { defineEntity, p } from '@mikro-orm/postgresql';
import type { AuthorKind, PageInfo, SessionOwner } from '#contracts';

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    websiteId: p.uuid(),
    visitorId: p.uuid(),
    owner: p.string().$type<SessionOwner>(),
    ownerUserId: p.uuid().nullable(),
    epoch: p.integer(),
    lastSeq: p.integer(),
    page: p.json<PageInfo>().nullable(),
    locale: p.string(),
    tags: p.array<string>(),
    previousSessionId: p.uuid().nullable(),
    visitorReadSeq: p.integer(),
    teamReadSeq: p.integer(),
    weakStreak: p.integer(),
    lastMessageKind: p.string().$type<AuthorKind>().nullable(),
    lastMessageText: p.string().nullable(),
    lastMessageAt: p.datetime().nullable(),
    lastActivityAt: p.datetime(),
    startedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    clockAt: p.datetime().nullable(),
  },
});

/** When rules by the clock look next; long ago means: as soon as they do. */
export const AT_ONCE = new Date(0);

/**
 * One conversation. `owner` says who may speak now and `epoch` grows by one with every change of owner, so whatever was
 * begun under an earlier owner can be told apart and refused. Change the owner only on a row that is locked.
 */
export class Session extends SessionSchema.class {
  toQueue(now: Date): void {
    this.changeOwner('queue', null, now);
  }

  toAgent(userId: string, now: Date): void {
    this.changeOwner('agent', userId, now);
  }

  toAi(now: Date): void {
    this.changeOwner('ai', null, now);
  }

  close(now: Date): void {
    this.changeOwner('nobody', null, now);
  }

  /** @param hours the website's reopen window */
  mayReopen(now: Date, hours: number): boolean {
    return this.closedAt !== null && this.closedAt !== undefined && now.getTime() - this.closedAt.getTime() < hours * 3_600_000;
  }

  private changeOwner(owner: SessionOwner, userId: string | null, now: Date): void {
    this.owner = owner;
    this.ownerUserId = userId;
    this.epoch += 1;
    this.closedAt = owner === 'nobody' ? now : null;
    this.lastActivityAt = now;
    if (owner !== 'ai') this.weakStreak = 0;
    else this.clockAt = AT_ONCE;
  }
}
SessionSchema.setClass(Session);
