import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { VisitorDetails, VisitorIdentity } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { InvalidInput, NotFound } from '../../platform/problems/index.js';
import type { ProvenIdentity } from './identity-proof.js';
import { ATTRIBUTES_MAX } from './visitor-identity.dto.js';
import { Visitor } from './visitor.entity.js';

/** Where a visitor was first met. */
export interface Seen {
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly now: Date;
}

@Injectable()
export class Visitors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput when there are too many attributes */
  async create(tx: Transaction, websiteId: string, identity: VisitorIdentity, seen: Seen): Promise<{ id: string }> {
    const visitor = this.newcomer(websiteId, identity, seen);
    await tx.em.persist(visitor).flush();
    return { id: visitor.id };
  }

  /** Somebody never met before; not stored. @throws InvalidInput when there are too many attributes */
  newcomer(websiteId: string, identity: VisitorIdentity, seen: Seen): Visitor {
    const visitor = stranger(websiteId, seen);
    describe(visitor, identity, seen.now);
    return visitor;
  }

  /**
   * The one visitor whom the proof names, on whatever device. Only proof leads to somebody who was here before: a name or
   * an email that is merely said never does.
   * @param current who this browser was until now; they become the proven one when nobody is it yet and they are nobody else
   * @throws InvalidInput when there are too many attributes
   */
  async recognise(
    tx: Transaction,
    websiteId: string,
    proven: ProvenIdentity,
    said: { readonly identity: VisitorIdentity; readonly current: string | null; readonly seen: Seen },
  ): Promise<{ id: string }> {
    // Two tabs may prove the same newcomer at once.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`visitor:${websiteId}:${proven.externalId}`]);
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const visitor =
      (await tx.em.findOne(Visitor, { websiteId, externalId: proven.externalId }, { lockMode })) ??
      (said.current === null ? null : await tx.em.findOne(Visitor, { id: said.current, websiteId, externalId: null }, { lockMode })) ??
      stranger(websiteId, said.seen);
    describe(visitor, said.identity, said.seen.now);
    visitor.verify(proven, said.seen.now);
    await tx.em.persist(visitor).flush();
    return { id: visitor.id };
  }

  /** Adds to what is known; fields left out stay. @throws NotFound, InvalidInput */
  async describe(tx: Transaction, visitorId: string, identity: VisitorIdentity): Promise<VisitorDetails> {
    const visitor = await tx.em.findOne(Visitor, { id: visitorId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!visitor) throw new NotFound('visitor');
    describe(visitor, identity, this.clock.now());
    await tx.em.flush();
    return visitor.details();
  }

  /** @throws NotFound */
  async details(visitorId: string): Promise<VisitorDetails> {
    const visitor = await this.database.reader().findOne(Visitor, { id: visitorId });
    if (!visitor) throw new NotFound('visitor');
    return visitor.details();
  }
}

function stranger(websiteId: string, { locale, timeZone, now }: Seen): Visitor {
  const id = newId(now.getTime());
  return Object.assign(new Visitor(), { id, websiteId, attributes: {}, verified: false, externalId: null, locale, timeZone, createdAt: now });
}

function describe(visitor: Visitor, identity: VisitorIdentity, now: Date): void {
  visitor.describe(identity, now);
  // Counted after the merge: many small updates must not grow one row without end.
  if (Object.keys(visitor.attributes).length > ATTRIBUTES_MAX) {
    throw new InvalidInput([{ path: 'attributes', message: `may hold at most ${ATTRIBUTES_MAX} values` }]);
  }
}
