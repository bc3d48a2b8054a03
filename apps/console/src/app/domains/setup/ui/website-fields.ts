import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaField, BaInput } from '#ui';
import { BaTextList } from '#ui/text-list';
import { languageChoices, timeZoneChoices } from '../../../editing/regions';
import { Texts } from '../../../i18n';
import { originOf } from '../data/origins';
import type { SetupDraft } from '../data/setup-draft';
import { setupTexts } from '../texts';

/** What visitors know the website as, and which pages it has. An address becomes an origin before the eyes of who typed it. */
@Component({
  selector: 'baton-setup-website',
  imports: [BaField, BaInput, BaTextList, FormField],
  template: `
    @let website = form().website;
    <ba-field [label]="t('website.name')" [hint]="t('website.nameHint')" [of]="website.name">
      <input ba-input autocomplete="organization" [formField]="website.name" />
    </ba-field>
    <ba-text-list
      [label]="t('website.origins')"
      [add]="t('website.addOrigin')"
      [hint]="t('website.originsHint')"
      placeholder="shop.example.com"
      [of]="website.origins"
      (focusout)="rewrite()"
    />
    <div>
      <label class="ba-check">
        <input type="checkbox" aria-describedby="try-here-hint" [formField]="website.tryHere" />
        <span>{{ t('website.tryHere') }}</span>
      </label>
      <p class="hint" id="try-here-hint">{{ t('website.tryHereHint', { origin: here() }) }}</p>
    </div>
    <div>
      <div class="pair">
        <ba-field [label]="t('website.language')" [of]="website.locale">
          <select ba-input [formField]="website.locale">
            @for (choice of languages(); track choice.value) {
              <option [value]="choice.value">{{ choice.label }}</option>
            }
          </select>
        </ba-field>
        <ba-field [label]="t('website.timeZone')" [of]="website.timeZone">
          <select ba-input [formField]="website.timeZone">
            @for (choice of timeZones(); track choice.value) {
              <option [value]="choice.value">{{ choice.label }}</option>
            }
          </select>
        </ba-field>
      </div>
      <p class="guessed">{{ t('website.guessed') }}</p>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 18px;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 16px;
    }
    .hint,
    .guessed {
      margin: 2px 0 0 23px;
      font-size: 12px;
      line-height: 17px;
      color: var(--text-3);
      overflow-wrap: anywhere;
    }
    .guessed {
      margin: 6px 0 0;
    }
  `,
})
export class WebsiteFields {
  readonly form = input.required<FieldTree<SetupDraft>>();
  /** Baton's own origin. */
  readonly here = input.required<string>();

  protected readonly t = setupTexts();
  private readonly texts = inject(Texts);
  protected readonly languages = computed(() => languageChoices(this.form().website.locale().value(), this.texts.locale()));
  protected readonly timeZones = computed(() => timeZoneChoices(this.form().website.timeZone().value()));

  protected rewrite(): void {
    const origins = this.form().website.origins();
    const meant = origins.value().map((line) => originOf(line) ?? line);
    if (meant.some((line, index) => line !== origins.value()[index])) origins.value.set(meant);
  }
}
