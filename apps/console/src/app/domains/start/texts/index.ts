import { defineTexts, type SayOf } from '../../../i18n';

export const startTexts = defineTexts('start', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type StartTexts = SayOf<typeof startTexts>;
