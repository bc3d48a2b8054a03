import { email, minLength, required, schema, validate } from '@angular/forms/signals';
import type { Role, SaveUser, TeamUser } from '#contracts';

/** The server's own least length. */
export const PASSWORD_MIN_CHARS = 10;
/** A select holds text only, so this stands for "all websites". */
export const EVERYWHERE = '';

export interface UserDraft {
  name: string;
  email: string;
  /** Empty keeps the one there is. */
  password: string;
  memberships: { websiteId: string; role: Role }[];
  active: boolean;
}

export function newUser(): UserDraft {
  return { name: '', email: '', password: '', memberships: [{ websiteId: EVERYWHERE, role: 'agent' }], active: true };
}

export function draftOf({ name, email, memberships, active }: TeamUser): UserDraft {
  return { name, email, password: '', memberships: memberships.map(({ websiteId, role }) => ({ websiteId: websiteId ?? EVERYWHERE, role })), active };
}

export function toSave(draft: UserDraft): SaveUser {
  return {
    name: draft.name.trim(),
    email: draft.email.trim(),
    ...(draft.password ? { password: draft.password } : {}),
    memberships: draft.memberships.map(({ websiteId, role }) => ({ websiteId: websiteId || null, role })),
    active: draft.active,
  };
}

/** Only what differs: changing a person's own data takes more rights than changing where they work. */
export function toChange(before: TeamUser, draft: UserDraft): Partial<SaveUser> {
  const after = toSave(draft);
  const known = toSave(draftOf(before));
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(known[key as keyof SaveUser])));
}

export const userSchema = schema<UserDraft>((user) => {
  required(user.name, { message: 'Say who it is' });
  required(user.email, { message: 'They sign in with it' });
  email(user.email, { message: 'An address such as ana@example.com' });
  minLength(user.password, PASSWORD_MIN_CHARS, { message: `At least ${PASSWORD_MIN_CHARS} characters` });
  validate(user.memberships, ({ value }) => {
    const websites = value().map(({ websiteId }) => websiteId);
    return new Set(websites).size < websites.length ? { kind: 'twice', message: 'Name each website once' } : null;
  });
});

const PASSWORD_CHARS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A first password to hand over: 20 characters that are not mistaken for each other, about 116 bits. */
export function inventPassword(): string {
  const length = 20;
  // Values beyond the last whole multiple are drawn again, else the first letters would come more often.
  const usable = 256 - (256 % PASSWORD_CHARS.length);
  let password = '';
  while (password.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < usable && password.length < length) password += PASSWORD_CHARS[byte % PASSWORD_CHARS.length];
    }
  }
  return password;
}
