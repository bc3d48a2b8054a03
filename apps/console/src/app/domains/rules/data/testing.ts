import { TestBed } from '@angular/core/testing';
import { ruleWords } from '../../../rule-words/texts';
import { rulesTexts, type RulesTexts } from '../texts';
import { RuleSentences } from './rule-sentence';

/** What says rules in English. */
export function english(): { readonly t: RulesTexts; readonly sentences: RuleSentences } {
  return TestBed.runInInjectionContext(() => {
    const t = rulesTexts();
    return { t, sentences: new RuleSentences(t, ruleWords(), 'en') };
  });
}
