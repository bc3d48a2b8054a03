import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaField, BaInput, BaPanel } from '#ui';
import { languageChoices, timeZoneChoices } from '../../../editing/regions';
import { Texts } from '../../../i18n';
import type { WebsiteDraft } from '../data/website-draft';
import { websitesTexts } from '../texts';
import { OriginList } from './origin-list';

@Component({
  selector: 'baton-website-general',
  imports: [BaField, BaInput, BaPanel, FormField, OriginList],
  template: `
    <ba-panel>
      <div class="fields">
        <ba-field [label]="t('general.name')" [hint]="t('general.nameHint')" [of]="form().name">
          <input ba-input [formField]="form().name" autocomplete="off" />
        </ba-field>
        <baton-origin-list [of]="form().allowedOrigins" />
        <div class="pair">
          <ba-field [label]="t('general.language')" [hint]="t('general.languageHint')" [of]="form().locale">
            <select ba-input [formField]="form().locale">
              @for (choice of languages(); track choice.value) {
                <option [value]="choice.value">{{ choice.label }}</option>
              }
            </select>
          </ba-field>
          <ba-field [label]="t('general.timeZone')" [hint]="t('general.timeZoneHint')" [of]="form().timeZone">
            <select ba-input [formField]="form().timeZone">
              @for (choice of timeZones(); track choice.value) {
                <option [value]="choice.value">{{ choice.label }}</option>
              }
            </select>
          </ba-field>
        </div>
      </div>
    </ba-panel>
  `,
  styleUrl: '../../../editing/page.css',
})
export class WebsiteGeneral {
  readonly form = input.required<FieldTree<WebsiteDraft>>();

  protected readonly t = websitesTexts();
  private readonly texts = inject(Texts);
  protected readonly languages = computed(() => languageChoices(this.form().locale().value(), this.texts.locale()));
  protected readonly timeZones = computed(() => timeZoneChoices(this.form().timeZone().value()));
}
