import { defineTexts, type SayOf } from '../../../i18n';

export const websitesTexts = defineTexts('websites', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type WebsitesTexts = SayOf<typeof websitesTexts>;
