import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { AssistantSettings, ResponderKind } from '#contracts';
import { BaCallout, BaField, BaInput, BaPanel, BaSegmented } from '#ui';
import type { WebsiteDraft } from '../data/website-draft';
import { websitesTexts } from '../texts';
import { RESPONDERS } from './responders';

@Component({
  selector: 'baton-website-assistant',
  imports: [BaCallout, BaField, BaInput, BaPanel, BaSegmented, FormField, RouterLink],
  template: `
    @let responder = assistant().responder().value();
    <ba-panel>
      <div class="fields">
        <div>
          <div class="label">{{ t('ai.responder') }}</div>
          <ba-segmented [label]="t('ai.responder')" [choices]="responders()" [formField]="assistant().responder" />
          <p class="meaning">
            {{ t(words(responder).hint) }}
            @if (responder === 'knowledge') {
              <a class="ba-link" routerLink="/knowledge">{{ t('ai.articles') }}</a>
            }
          </p>
        </div>
        @if (responder === 'openai_compatible') {
          <div class="pair">
            <ba-field [label]="t('ai.baseUrl')" [of]="assistant().baseUrl">
              <input
                ba-input
                class="mono"
                type="url"
                inputmode="url"
                autocomplete="off"
                placeholder="https://api.openai.com/v1"
                [formField]="assistant().baseUrl"
              />
            </ba-field>
            <ba-field [label]="t('ai.model')" [of]="assistant().model">
              <input ba-input class="mono" autocomplete="off" placeholder="gpt-5-mini" [formField]="assistant().model" />
            </ba-field>
          </div>
          <ba-field [label]="t('ai.key')" [optional]="t('ai.writeOnly')" [hint]="keyHint()" [of]="assistant().apiKey">
            <input
              ba-input
              class="mono"
              type="password"
              autocomplete="off"
              [placeholder]="stored()?.hasApiKey ? '••••••••••••••••' : ''"
              [formField]="assistant().apiKey"
            />
          </ba-field>
          @if (dropsApiKey()) {
            <ba-callout tone="warn">{{ t('ai.keyDropped') }}</ba-callout>
          } @else if (stored()?.hasApiKey) {
            <label class="ba-check"><input type="checkbox" [formField]="assistant().forgetApiKey" /> {{ t('ai.forgetKey') }}</label>
          }
          <ba-field [label]="t('ai.instructions')" [optional]="t('ai.optional')" [hint]="t('ai.instructionsHint')" [of]="assistant().instructions">
            <textarea ba-input rows="4" [formField]="assistant().instructions"></textarea>
          </ba-field>
        }
        <div class="pair">
          <ba-field [label]="t('ai.threshold')" [hint]="t('ai.thresholdHint')" [of]="assistant().confidenceThreshold">
            <input ba-input class="short" type="number" step="0.05" [formField]="assistant().confidenceThreshold" />
          </ba-field>
          @if (responder !== 'none') {
            <ba-field [label]="t('ai.deadline')" [hint]="t('ai.deadlineHint')" [of]="assistant().deadlineSeconds">
              <input ba-input class="short" type="number" step="0.5" [formField]="assistant().deadlineSeconds" />
            </ba-field>
          }
        </div>
      </div>
    </ba-panel>
  `,
  styleUrls: ['../../../editing/page.css', './fields.css'],
})
export class WebsiteAssistant {
  readonly form = input.required<FieldTree<WebsiteDraft>>();
  /** What the server holds now; null for a new website. */
  readonly stored = input<AssistantSettings | null>(null);
  readonly dropsApiKey = input(false);

  protected readonly t = websitesTexts();
  protected readonly assistant = computed(() => this.form().assistant);
  protected readonly words = (responder: ResponderKind) => RESPONDERS[responder];
  protected readonly responders = computed(() => Object.entries(RESPONDERS).map(([value, { label }]) => ({ value, label: this.t(label) })));
  protected readonly keyHint = computed(() => (this.stored()?.hasApiKey ? this.t('ai.keyStored') : this.t('ai.keyHint')));
}
