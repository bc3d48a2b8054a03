import { defineTexts, type SayOf } from '../../../i18n';

export const setupTexts = defineTexts('setup', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type SetupTexts = SayOf<typeof setupTexts>;
