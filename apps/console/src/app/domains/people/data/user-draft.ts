import { email, required, validate, type SchemaFn } from '@angular/forms/signals';
import type { Person, SaveUser } from '#contracts';
import type { PeopleTexts } from '../texts';

/** The server's own least length. */
export const PASSWORD_MIN_CHARS = 10;
/** A select holds text only, so this stands for "all websites". */
export const EVERYWHERE = '';

export interface UserDraft {
  name: string;
  email: string;
  memberships: { websiteId: string; role: string }[];
}

export function newUser(): UserDraft {
  return { name: '', email: '', memberships: [{ websiteId: EVERYWHERE, role: 'agent' }] };
}

export function draftOf({ name, email, memberships }: Pick<Person, 'name' | 'email' | 'memberships'>): UserDraft {
  return { name, email, memberships: memberships.map(({ websiteId, role }) => ({ websiteId: websiteId ?? EVERYWHERE, role })) };
}

export function toSave(draft: UserDraft): SaveUser {
  return {
    name: draft.name.trim(),
    email: draft.email.trim(),
    memberships: draft.memberships.map(({ websiteId, role }) => ({ websiteId: websiteId || null, role })),
  };
}

/** Only what differs: changing a person's own data takes more rights than changing where they work. */
export function toChange(before: Person, draft: UserDraft): Partial<SaveUser> {
  const after = toSave(draft);
  const known = toSave(draftOf(before));
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(known[key as keyof SaveUser])));
}

export function userSchema(t: PeopleTexts): SchemaFn<UserDraft> {
  return (user) => {
    required(user.name, { message: () => t('person.nameMissing') });
    required(user.email, { message: () => t('person.emailMissing') });
    email(user.email, { message: () => t('person.emailWrong') });
    validate(user.memberships, ({ value }) => {
      const websites = value().map(({ websiteId }) => websiteId);
      return new Set(websites).size < websites.length ? { kind: 'twice', message: t('person.twice') } : null;
    });
  };
}
