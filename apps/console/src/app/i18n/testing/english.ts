import { EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { UI_TEXTS } from '#ui';
import { en as inbox } from '../../domains/inbox/texts/en';
import { en as knowledge } from '../../domains/knowledge/texts/en';
import { en as people } from '../../domains/people/texts/en';
import { en as rules } from '../../domains/rules/texts/en';
import { en as setup } from '../../domains/setup/texts/en';
import { en as start } from '../../domains/start/texts/en';
import { en as websites } from '../../domains/websites/texts/en';
import { en as editing } from '../../editing/texts/en';
import { en as ruleWords } from '../../rule-words/texts/en';
import { partsTexts } from '../../shell/parts-texts';
import { en as shell } from '../../shell/texts/en';
import { provideTexts } from '../provide-texts';
import type { TextTree } from '../text-types';
import { Texts } from '../texts';

/** Every text of the console by its scope; a new domain adds its line. */
const ENGLISH: Readonly<Record<string, TextTree>> = { editing, inbox, knowledge, people, rules, ruleWords, setup, shell, start, websites };

/** The console's texts in English, there at once. Every console spec has this by itself. */
export function provideEnglish(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTexts(),
    { provide: UI_TEXTS, useFactory: partsTexts },
    {
      provide: Texts,
      useFactory: () => {
        const texts = new Texts();
        for (const [scope, tree] of Object.entries(ENGLISH)) texts.take(scope, 'en', tree);
        return texts;
      },
    },
  ]);
}
