import { Component, input, output } from '@angular/core';
import { BaButton, BaCallout, BaPanel } from '#ui';
import { rulesTexts } from '../texts';

/** Somebody else was faster: what differs, and the two ways on. */
@Component({
  selector: 'baton-rule-conflict',
  imports: [BaButton, BaCallout, BaPanel],
  template: `
    <ba-panel role="alert">
      <ba-callout tone="warn">
        <strong>{{ who() ? t('conflict.title', { name: who() }) : t('conflict.titleUnknown') }}</strong>
        <br />{{ differences().length > 0 ? t('conflict.hint') : t('conflict.same') }}
      </ba-callout>
      <ul>
        @for (difference of differences(); track $index) {
          <li>{{ difference }}</li>
        }
      </ul>
      <div class="ways">
        <button ba-button type="button" (click)="taken.emit()">{{ t('conflict.take') }}</button>
        <button ba-button look="primary" type="button" (click)="kept.emit()">{{ t('conflict.keep') }}</button>
      </div>
    </ba-panel>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 16px;
    }
    strong {
      font-weight: 600;
    }
    ul {
      margin: 12px 0;
      padding-left: 18px;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: flex-end;
    }
  `,
})
export class RuleConflict {
  readonly who = input('');
  /** From mine to theirs. */
  readonly differences = input.required<readonly string[]>();
  readonly kept = output<void>();
  readonly taken = output<void>();

  protected readonly t = rulesTexts();
}
