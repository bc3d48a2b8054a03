import { computed, inject, Injectable } from '@angular/core';
import { rulesTexts } from '../texts';
import { restSpan } from './rest-span';
import { RuleFacts } from './rule-facts';
import { Sentences } from './sentences';

/** What says how versions differ, in the language chosen now. */
@Injectable()
export class VersionWords {
  private readonly t = rulesTexts();
  private readonly sentences = inject(Sentences);
  private readonly facts = inject(RuleFacts);

  readonly now = computed(() => ({
    t: this.t,
    sentences: this.sentences.now(),
    span: (seconds: number | null): string => restSpan(seconds, this.t),
    teams: this.facts.teams(),
  }));
}
