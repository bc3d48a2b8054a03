import { defineTexts, type SayOf } from '../../i18n';

/** What rules are made of, in words: facts, operators, topics. Of everything that says a condition. */
export const ruleWords = defineTexts('ruleWords', {
  en: () => import('./en'),
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
});

export type RuleWords = SayOf<typeof ruleWords>;
