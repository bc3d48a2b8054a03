import { defineTexts, type SayOf } from '../../../i18n';

export const peopleTexts = defineTexts('people', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type PeopleTexts = SayOf<typeof peopleTexts>;
