import { Component, input, output } from '@angular/core';
import type { ProblemBody } from '#contracts';
import { BaButton, BaEmpty } from '#ui';
import { peopleTexts } from '../texts';

/** What was to be shown here could not be had. */
@Component({
  selector: 'baton-load-problem',
  imports: [BaButton, BaEmpty],
  template: `
    <ba-empty icon="refresh" [title]="heading()">
      {{ problem().detail }}
      <button action ba-button type="button" (click)="again.emit()">{{ t('tryAgain') }}</button>
    </ba-empty>
  `,
})
export class LoadProblem {
  readonly heading = input.required<string>();
  readonly problem = input.required<ProblemBody>();
  readonly again = output<void>();

  protected readonly t = peopleTexts();
}
