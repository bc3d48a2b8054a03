import { defineTexts, type SayOf } from '../../../i18n';

/** What the inbox says. */
export const inboxTexts = defineTexts('inbox', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type InboxSay = SayOf<typeof inboxTexts>;
