import { defineTexts, type SayOf } from '../../i18n';

export const editingTexts = defineTexts('editing', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type EditingTexts = SayOf<typeof editingTexts>;
