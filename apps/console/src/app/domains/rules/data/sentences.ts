import { computed, inject, Injectable } from '@angular/core';
import { Texts } from '../../../i18n';
import { ruleWords } from '../../../rule-words/texts';
import { rulesTexts } from '../texts';
import { RuleSentences } from './rule-sentence';

/** What says rules in the language chosen now. */
@Injectable({ providedIn: 'root' })
export class Sentences {
  private readonly t = rulesTexts();
  private readonly words = ruleWords();
  private readonly texts = inject(Texts);

  readonly now = computed(() => new RuleSentences(this.t, this.words, this.texts.locale()));
}
