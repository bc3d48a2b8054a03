import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PresenceState } from '#contracts';

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    name: p.text(),
    passwordHash: p.text().nullable(),
    active: p.boolean(),
    presence: p.text().$type<PresenceState>(),
    presenceAt: p.datetime().nullable(),
    failedLogins: p.integer(),
    lockedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** Somebody of the team. Never deleted, because transcripts name them; deactivated instead. */
export class User extends UserSchema.class {
  rename(name: string, now: Date): void {
    this.name = name.trim();
    this.updatedAt = now;
  }

  moveTo(email: string, now: Date): void {
    this.email = email.trim();
    this.updatedAt = now;
  }

  /** A new password also ends a lockout: whoever set it is not guessing. */
  setPassword(hash: string, now: Date): void {
    this.passwordHash = hash;
    this.failedLogins = 0;
    this.lockedUntil = null;
    this.updatedAt = now;
  }

  activate(now: Date): void {
    this.active = true;
    this.updatedAt = now;
  }

  deactivate(now: Date): void {
    this.active = false;
    this.updatedAt = now;
  }
}
UserSchema.setClass(User);
