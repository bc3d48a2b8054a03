import { defineEntity, p } from '@mikro-orm/postgresql';
import type { VisitorDetails, VisitorIdentity } from '#contracts';
import type { ProvenIdentity } from './identity-proof.js';
import { visitorDetails } from './visitor-details.js';

const VisitorSchema = defineEntity({
  name: 'Visitor',
  tableName: 'visitor',
  properties: {
    id: p.uuid().primary(),
    websiteId: p.uuid(),
    name: p.text().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    attributes: p.json<Record<string, string | number | boolean>>(),
    verified: p.boolean(),
    externalId: p.text().nullable(),
    locale: p.text().nullable(),
    timeZone: p.text().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** Somebody who chats on one website. What they say of themselves is unverified until the website's own server proves it. */
export class Visitor extends VisitorSchema.class {
  /** Takes what is said and keeps the rest: leaving a field out is not taking it back. */
  describe(identity: VisitorIdentity, now: Date): void {
    if (identity.email !== undefined && identity.email !== this.email) {
      this.email = identity.email;
      // The proof was of the former address.
      this.verified = false;
    }
    if (identity.name !== undefined) this.name = identity.name;
    if (identity.phone !== undefined) this.phone = identity.phone;
    if (identity.attributes !== undefined) this.attributes = { ...this.attributes, ...identity.attributes };
    this.updatedAt = now;
  }

  /** Proof outweighs what was said. */
  verify({ externalId, email, name }: ProvenIdentity, now: Date): void {
    this.externalId = externalId;
    this.verified = true;
    if (email !== undefined) this.email = email;
    if (name !== undefined) this.name = name;
    this.updatedAt = now;
  }

  details(): VisitorDetails {
    return visitorDetails(this);
  }
}
VisitorSchema.setClass(Visitor);
