import { defineTexts, type SayOf } from '../../../i18n';

export const knowledgeTexts = defineTexts('knowledge', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type KnowledgeTexts = SayOf<typeof knowledgeTexts>;
