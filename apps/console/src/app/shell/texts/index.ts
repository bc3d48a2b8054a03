import { defineTexts, type SayOf } from '../../i18n';

/** The frame around every page, the login, and the words every page shares. */
export const shellTexts = defineTexts('shell', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type ShellTexts = SayOf<typeof shellTexts>;
