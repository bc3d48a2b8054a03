import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { AssignHandoff, CancelHandoff, Handoff as HandoffBody, Note, Permission } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Forbidden } from '../../platform/problems/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Notes } from '../notes/index.js';
import { Sessions, type Session } from '../sessions/index.js';
import { Assignees, type Person } from './assignees.js';
import { Claims } from './claims.js';
import { refusalOf } from './handoff-access.js';
import { handoffAssigned, handoffCancelled, handoffClaimed, handoffReleased, handoffResolved } from './handoff-events.js';
import { isOpen } from './handoff-lifecycle.js';
import { HandoffQueries } from './handoff-queries.js';
import { HandoffRecord, asActor } from './handoff-record.js';
import { Handoff } from './handoff.entity.js';
import { HandoffEnded, HandoffNotClaimed, HandoffNotYours } from './handoff.problems.js';
import { InboxNews } from './inbox-news.js';

/** What an agent does with a handoff. Each command is one transaction and answers with the handoff as it then is. */
@Injectable()
export class Handoffs {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly notes: Notes,
    private readonly assignees: Assignees,
    private readonly claims: Claims,
    private readonly record: HandoffRecord,
    private readonly queries: HandoffQueries,
    private readonly news: InboxNews,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, HandoffAlreadyClaimed, HandoffEnded */
  async claim(member: Member, handoffId: string): Promise<HandoffBody> {
    await this.claims.claim(member, handoffId);
    return this.queries.get(member, handoffId);
  }

  /** Takes it from whoever holds it; that agent is told, and a reply of theirs in flight is refused. */
  async forceClaim(member: Member, handoffId: string): Promise<HandoffBody> {
    return this.change(member, 'handoff.force_claim', handoffId, async ({ tx, session, handoff, now }) => {
      if (handoff.isHeldBy(member.userId)) return;
      const takenFrom = handoff.assigneeId ?? null;
      handoff.giveTo(member.userId, now);
      await this.handOver(tx, session, handoff, member, { id: member.userId, name: member.name }, 'force_claimed', now, takenFrom);
    });
  }

  async release(member: Member, handoffId: string): Promise<HandoffBody> {
    return this.change(member, 'handoff.claim', handoffId, async ({ tx, session, handoff, now }) => {
      await this.mustHold(tx, member, handoff);
      await this.backToQueue(tx, session, handoff, member, now);
    });
  }

  /** Whoever held it left the team: back to the queue, unless it has gone on by now. @param by who sent them away */
  async takeBackFrom(userId: string, handoffId: string, by: Member): Promise<void> {
    const place = await this.queries.whereabouts(handoffId);
    if (!place) return;
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, place.sessionId);
      const handoff = await this.load(tx, handoffId);
      if (handoff.isHeldBy(userId)) await this.backToQueue(tx, session, handoff, by, this.clock.now());
    });
  }

  /** To a person, who then holds it, or to a team, in whose queue it then waits. */
  async assign(member: Member, handoffId: string, to: AssignHandoff): Promise<HandoffBody> {
    return this.change(member, 'handoff.claim', handoffId, async ({ tx, session, handoff, now }) => {
      if (!handoff.isHeldBy(member.userId) && !member.can('handoff.assign', handoff.websiteId)) throw new Forbidden();
      if (!isOpen(handoff.status)) throw new HandoffEnded(handoff.status);
      if (to.comment) await this.writeNote(tx, member, handoff, to.comment, now);
      if (to.teamId) handoff.teamId = await this.assignees.team(tx, to.teamId, handoff.websiteId);
      if (to.userId) {
        const person = await this.assignees.agent(tx, to.userId, handoff.websiteId);
        if (handoff.isHeldBy(person.id)) return;
        const takenFrom = handoff.assigneeId ?? null;
        handoff.giveTo(person.id, now);
        await this.handOver(tx, session, handoff, member, person, 'assigned', now, takenFrom);
      } else if (to.teamId) {
        if (handoff.status === 'claimed') await this.backToQueue(tx, session, handoff, member, now);
        await this.record.add(tx, handoff, {
          kind: 'assigned',
          actor: asActor(member),
          member,
          details: { teamId: to.teamId },
          event: handoffAssigned(handoff, { handoffId, by: asActor(member), assigneeId: null, teamId: to.teamId }),
          at: now,
        });
      }
    });
  }

  /** The conversation is done: the session closes. */
  async resolve(member: Member, handoffId: string, note?: string): Promise<HandoffBody> {
    return this.change(member, 'handoff.claim', handoffId, async ({ tx, session, handoff, now }) => {
      await this.mayEnd(tx, member, handoff);
      handoff.resolve(now);
      session.close(now);
      if (note) await this.writeNote(tx, member, handoff, note, now);
      await this.sessions.say(tx, session, { code: 'handoff.resolved' }, now);
      await this.record.add(tx, handoff, {
        kind: 'resolved',
        actor: asActor(member),
        member,
        event: handoffResolved(handoff, { handoffId, by: asActor(member) }),
        at: now,
      });
      this.tell(tx, handoff);
    });
  }

  /** No person is needed (any more): back to the AI, which goes on knowing what was said, or closed. */
  async cancel(member: Member, handoffId: string, how: CancelHandoff): Promise<HandoffBody> {
    return this.change(member, 'handoff.claim', handoffId, async ({ tx, session, handoff, now }) => {
      if (handoff.status === 'claimed') await this.mayEnd(tx, member, handoff);
      handoff.cancel(how.outcome, now);
      if (how.outcome === 'returned_to_ai') session.toAi(now);
      else session.close(now);
      if (how.note) await this.writeNote(tx, member, handoff, how.note, now);
      await this.sessions.say(tx, session, { code: how.outcome === 'returned_to_ai' ? 'handoff.returned_to_ai' : 'session.closed' }, now);
      await this.record.add(tx, handoff, {
        kind: 'cancelled',
        actor: asActor(member),
        member,
        details: { outcome: how.outcome },
        event: handoffCancelled(handoff, { handoffId, by: asActor(member), outcome: how.outcome }),
        at: now,
      });
      this.tell(tx, handoff);
    });
  }

  /** The visitor ends the conversation: nobody needs to come any more. Part of the caller's transaction. */
  async cancelBecauseVisitorLeft(tx: Transaction, session: Session, now: Date): Promise<void> {
    const handoff = await tx.em.findOne(
      Handoff,
      { sessionId: session.id, status: { $in: ['pending', 'claimed'] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!handoff) return;
    const by = { kind: 'visitor', id: session.visitorId, name: null } as const;
    handoff.cancel('closed', now);
    await this.record.add(tx, handoff, {
      kind: 'cancelled',
      actor: by,
      details: { outcome: 'closed' },
      event: handoffCancelled(handoff, { handoffId: handoff.id, by, outcome: 'closed' }),
      at: now,
    });
    this.tell(tx, handoff);
  }

  async note(member: Member, handoffId: string, body: string): Promise<Note> {
    let note: Note | undefined;
    await this.change(member, 'note.write', handoffId, async ({ tx, handoff, now }) => {
      note = await this.writeNote(tx, member, handoff, body, now);
    });
    return note!;
  }

  /** The frame of every command but the claim: one transaction that holds the session, and then the handoff. */
  private async change(member: Member, permission: Permission, handoffId: string, work: (held: Held) => Promise<void>): Promise<HandoffBody> {
    const { sessionId } = await this.placeFor(member, permission, handoffId);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      await work({ tx, session, handoff: await this.load(tx, handoffId), now });
    });
    return this.queries.get(member, handoffId);
  }

  /** Where it is, for a member who may see it and do this. @throws NotFound, Forbidden */
  private async placeFor(member: Member, permission: Permission, handoffId: string): Promise<{ readonly sessionId: string }> {
    const place = await this.queries.whereabouts(handoffId);
    const refusal = refusalOf(member, permission, place);
    if (refusal) throw refusal;
    return place!;
  }

  private load(tx: Transaction, handoffId: string): Promise<Handoff> {
    return tx.em.findOneOrFail(Handoff, { id: handoffId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  /** From here on `person` speaks: the owner changes, the visitor hears who it is. */
  private async handOver(
    tx: Transaction,
    session: Session,
    handoff: Handoff,
    by: Member,
    person: Person,
    kind: 'force_claimed' | 'assigned',
    now: Date,
    takenFrom: string | null,
  ): Promise<void> {
    session.toAgent(person.id, now);
    await this.sessions.say(tx, session, { code: 'handoff.claimed', agent: person.name }, now);
    const event =
      kind === 'assigned'
        ? handoffAssigned(handoff, { handoffId: handoff.id, by: asActor(by), assigneeId: person.id, teamId: handoff.teamId ?? null })
        : handoffClaimed(handoff, { handoffId: handoff.id, by: asActor(by), assigneeId: person.id, takenFrom });
    await this.record.add(tx, handoff, {
      kind,
      actor: asActor(by),
      member: by,
      details: { assignee: person, ...(takenFrom ? { takenFrom } : {}) },
      event,
      at: now,
    });
    this.tell(tx, handoff, takenFrom);
  }

  private async backToQueue(tx: Transaction, session: Session, handoff: Handoff, by: Member, now: Date): Promise<void> {
    const takenFrom = handoff.assigneeId === by.userId ? null : handoff.assigneeId;
    handoff.release(now);
    session.toQueue(now);
    await this.sessions.say(tx, session, { code: 'handoff.released' }, now);
    await this.record.add(tx, handoff, {
      kind: 'released',
      actor: asActor(by),
      member: by,
      event: handoffReleased(handoff, { handoffId: handoff.id, by: asActor(by) }),
      at: now,
    });
    this.tell(tx, handoff, takenFrom);
  }

  private async writeNote(tx: Transaction, member: Member, handoff: Handoff, body: string, now: Date): Promise<Note> {
    const author = { id: member.userId, name: member.name };
    const note = await this.notes.write(tx, {
      websiteId: handoff.websiteId,
      handoffId: handoff.id,
      sessionId: handoff.sessionId,
      author,
      body,
      at: now,
    });
    await this.record.add(tx, handoff, { kind: 'noted', actor: asActor(member), member, details: { noteId: note.id }, at: now });
    return note;
  }

  /** Ending somebody else's conversation is for those who may also take it over. */
  private async mayEnd(tx: Transaction, member: Member, handoff: Handoff): Promise<void> {
    if (handoff.status === 'claimed' && member.can('handoff.force_claim', handoff.websiteId)) return;
    await this.mustHold(tx, member, handoff);
  }

  private async mustHold(tx: Transaction, member: Member, handoff: Handoff): Promise<void> {
    if (!isOpen(handoff.status)) throw new HandoffEnded(handoff.status);
    if (handoff.status === 'pending') throw new HandoffNotClaimed(handoff.status);
    if (!handoff.isHeldBy(member.userId)) throw new HandoffNotYours(await this.assignees.named(tx, handoff.assigneeId ?? null));
  }

  private tell(tx: Transaction, handoff: Handoff, takenFrom: string | null | undefined = null): void {
    tx.afterCommit(() => {
      this.doorbell.ring('owner-changed', handoff.sessionId);
      this.news.handoffChanged({ handoffId: handoff.id, ...(takenFrom ? { takenFrom } : {}) });
    });
  }
}

interface Held {
  readonly tx: Transaction;
  /** Both locked. */
  readonly session: Session;
  readonly handoff: Handoff;
  readonly now: Date;
}
