import { defineTexts, type SayOf } from '../../../i18n';

export const rulesTexts = defineTexts('rules', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type RulesTexts = SayOf<typeof rulesTexts>;
