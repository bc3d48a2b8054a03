import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaField, BaInput, BaPanel, BaSegmented, BaTextList } from '#ui';
import type { WebsiteDraft } from '../data/website-draft';
import { languageChoices, timeZoneChoices } from '../../../editing/regions';
import { choicesOf, MODE_WORDS, OFFERED_MODES } from './website-words';

@Component({
  selector: 'baton-website-general',
  imports: [BaField, BaInput, BaPanel, BaSegmented, BaTextList, FormField],
  template: `
    <ba-panel heading="General">
      <div class="fields">
        <ba-field label="Name" hint="Agents see it on every handoff, visitors above the chat." [of]="form().name">
          <input ba-input [formField]="form().name" autocomplete="off" />
        </ba-field>
        <ba-text-list
          label="Allowed origins"
          add="Add origin"
          placeholder="https://shop.example"
          hint="Only pages from these origins may open the chat. Scheme, host and port, nothing after."
          [of]="form().allowedOrigins"
        />
        <div class="pair">
          <ba-field label="Language" hint="What the widget speaks when the page does not say." [of]="form().locale">
            <select ba-input [formField]="form().locale">
              @for (choice of languages(); track choice.value) {
                <option [value]="choice.value">{{ choice.label }}</option>
              }
            </select>
          </ba-field>
          <ba-field label="Time zone" hint="Rules that ask for the hour or the weekday read it here." [of]="form().timeZone">
            <select ba-input [formField]="form().timeZone">
              @for (choice of timeZones(); track choice.value) {
                <option [value]="choice.value">{{ choice.label }}</option>
              }
            </select>
          </ba-field>
        </div>
      </div>
    </ba-panel>
    <ba-panel heading="People">
      <div class="fields">
        <div>
          <ba-segmented label="When people take over" [choices]="modes" [formField]="form().mode" />
          <p class="meaning">{{ modeMeaning() }}</p>
        </div>
        <ba-field
          label="Reopen window, hours"
          hint="Who writes within this time after a chat was closed continues it; later a new one starts."
          [of]="form().reopenWindowHours"
        >
          <input ba-input class="short" type="number" step="1" [formField]="form().reopenWindowHours" />
        </ba-field>
      </div>
    </ba-panel>
  `,
  styleUrl: '../../../editing/page.css',
  styles: `
    :host {
      display: contents;
    }
    .meaning {
      margin: 6px 0 0;
      color: var(--text-2);
    }
  `,
})
export class WebsiteGeneral {
  readonly form = input.required<FieldTree<WebsiteDraft>>();

  protected readonly modes = choicesOf(OFFERED_MODES);
  protected readonly modeMeaning = computed(() => MODE_WORDS[this.form().mode().value()].meaning);
  protected readonly languages = computed(() => languageChoices(this.form().locale().value()));
  protected readonly timeZones = computed(() => timeZoneChoices(this.form().timeZone().value()));
}
