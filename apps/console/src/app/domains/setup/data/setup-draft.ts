import { applyEach, applyWhen, email, maxLength, minLength, pattern, required, schema, validate, type SchemaPathTree } from '@angular/forms/signals';
import type { Setup } from '#contracts';
import type { PathAliases } from '../../../editing/field-errors';
import type { SetupTexts } from '../texts';
import { originOf } from './origins';

/** The server's rule. */
export const PASSWORD_MIN_CHARS = 10;

/** The answers, step by step. */
export interface SetupDraft {
  token: string;
  you: { name: string; email: string; password: string };
  website: {
    /** Somebody who looks around first has none yet. */
    later: boolean;
    name: string;
    origins: string[];
    /** Baton's own pages may show the chat too, so that it can be tried before it stands anywhere else. */
    tryHere: boolean;
    locale: string;
    timeZone: string;
  };
  look: { accent: string; position: 'left' | 'right'; greeting: string };
}

/** Dark enough for white text, far enough from one another to choose by. */
export const SWATCHES = ['#0b6e5f', '#1d5fbf', '#4f46e5', '#7c3aed', '#b4236b', '#b3261e', '#9a4a00', '#27272a'] as const;

/** Where the server's field is another one here. */
export const SETUP_PATHS: PathAliases = {
  name: 'you.name',
  email: 'you.email',
  password: 'you.password',
  'website.allowedOrigins': 'website.origins',
  ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`website.allowedOrigins.${i}`, `website.origins.${i}`])),
  'website.theme.accent': 'look.accent',
  'website.theme.position': 'look.position',
  'website.theme.greeting': 'look.greeting',
};

export function emptySetup(locale: string, timeZone: string): SetupDraft {
  return {
    token: '',
    you: { name: '', email: '', password: '' },
    website: { later: false, name: '', origins: [''], tryHere: true, locale, timeZone },
    look: { accent: SWATCHES[0], position: 'right', greeting: '' },
  };
}

export const setupSchema = (t: SetupTexts) =>
  schema<SetupDraft>((setup) => {
    required(setup.token, { message: () => t('token.missing') });
    required(setup.you.name, { message: () => t('you.nameMissing') });
    required(setup.you.email, { message: () => t('you.emailMissing') });
    email(setup.you.email, { message: () => t('you.emailWrong') });
    required(setup.you.password, { message: () => t('you.passwordMissing') });
    minLength(setup.you.password, PASSWORD_MIN_CHARS, { message: () => t('you.passwordRule', { count: PASSWORD_MIN_CHARS }) });
    validate(setup.you.password, ({ value }) =>
      value().length >= PASSWORD_MIN_CHARS && value().trim() === '' ? { kind: 'blank', message: t('you.passwordBlank') } : null,
    );
    applyWhen(
      setup.website,
      ({ value }) => !value().later,
      (website) => websiteRules(website, t),
    );
    pattern(setup.look.accent, /^#[0-9a-f]{6}$/iu, { message: () => t('look.colourWrong') });
    maxLength(setup.look.greeting, 500, { message: () => t('look.greetingLong') });
  });

function websiteRules(website: SchemaPathTree<SetupDraft['website']>, t: SetupTexts): void {
  required(website.name, { message: () => t('website.nameMissing') });
  maxLength(website.name, 200, { message: () => t('website.nameLong') });
  validate(website.origins, ({ value }) => (value().some((line) => line.trim()) ? null : { kind: 'required', message: t('website.originMissing') }));
  applyEach(website.origins, (origin) => {
    validate(origin, ({ value }) => (value().trim() && !originOf(value()) ? { kind: 'origin', message: t('website.originWrong') } : null));
  });
}

/** @param here Baton's own origin */
export function toSetup({ token, you, website, look }: SetupDraft, here: string): Setup {
  const person = { token: token.trim(), name: you.name.trim(), email: you.email.trim(), password: you.password };
  if (website.later) return person;
  const origins = website.origins.flatMap((line) => originOf(line) ?? []);
  return {
    ...person,
    website: {
      name: website.name.trim(),
      allowedOrigins: [...new Set([...origins, ...(website.tryHere ? [here] : [])])],
      locale: website.locale,
      timeZone: website.timeZone,
      theme: { accent: look.accent.toLowerCase(), position: look.position, greeting: look.greeting.trim() || null },
    },
  };
}
