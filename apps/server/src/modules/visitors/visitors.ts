import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { VisitorDetails, VisitorIdentity } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { InvalidInput, NotFound } from '../../platform/problems/index.js';
import { ATTRIBUTES_MAX } from './visitor-identity.dto.js';
import { Visitor } from './visitor.entity.js';

@Injectable()
export class Visitors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput when there are too many attributes */
  async create(
    tx: Transaction,
    websiteId: string,
    identity: VisitorIdentity,
    seen: { readonly locale: string | null; readonly timeZone: string | null; readonly now: Date },
  ): Promise<{ id: string }> {
    const visitor = Object.assign(new Visitor(), {
      id: newId(seen.now.getTime()),
      websiteId,
      attributes: {},
      verified: false,
      locale: seen.locale,
      timeZone: seen.timeZone,
      createdAt: seen.now,
    });
    describe(visitor, identity, seen.now);
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

function describe(visitor: Visitor, identity: VisitorIdentity, now: Date): void {
  visitor.describe(identity, now);
  // Counted after the merge: many small updates must not grow one row without end.
  if (Object.keys(visitor.attributes).length > ATTRIBUTES_MAX) {
    throw new InvalidInput([{ path: 'attributes', message: `may hold at most ${ATTRIBUTES_MAX} values` }]);
  }
}
