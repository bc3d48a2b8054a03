import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { AVAILABLE_MODES } from '#contracts';
import { BaField, BaInput, BaPanel, BaSegmented } from '#ui';
import type { WebsiteDraft } from '../data/website-draft';
import { websitesTexts } from '../texts';

@Component({
  selector: 'baton-website-people',
  imports: [BaField, BaInput, BaPanel, BaSegmented, FormField],
  template: `
    <ba-panel>
      <div class="fields">
        <div>
          <div class="label">{{ t('people.mode') }}</div>
          <ba-segmented [label]="t('people.mode')" [choices]="modes()" [formField]="form().mode" />
          <p class="meaning">{{ form().mode().value() === 'off' ? t('people.offHint') : t('people.alwaysHint') }}</p>
          @for (error of form().mode().errors(); track error.kind) {
            <p class="error" role="alert">{{ error.message }}</p>
          }
        </div>
        <ba-field [label]="t('people.reopen')" [hint]="t('people.reopenHint')" [of]="form().reopenWindowHours">
          <input ba-input class="short" type="number" step="1" [formField]="form().reopenWindowHours" />
        </ba-field>
      </div>
    </ba-panel>
  `,
  styleUrls: ['../../../editing/page.css', './fields.css'],
})
export class WebsitePeople {
  readonly form = input.required<FieldTree<WebsiteDraft>>();

  protected readonly t = websitesTexts();
  protected readonly modes = computed(() => AVAILABLE_MODES.map((value) => ({ value, label: this.t(`people.${value}`) })));
}
