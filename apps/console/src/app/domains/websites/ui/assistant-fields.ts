import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { AssistantSettings } from '#contracts';
import { BaCallout, BaField, BaInput, BaPanel, BaSegmented } from '#ui';
import type { WebsiteDraft } from '../data/website-draft';
import { choicesOf, RESPONDER_WORDS } from './website-words';

@Component({
  selector: 'baton-website-assistant',
  imports: [BaCallout, BaField, BaInput, BaPanel, BaSegmented, FormField],
  template: `
    @let responder = assistant().responder().value();
    <ba-panel heading="AI">
      <div class="fields">
        <div>
          <ba-segmented label="Who answers" [choices]="responders" [formField]="assistant().responder" />
          <p class="meaning">{{ meaning() }}</p>
        </div>
        @if (responder === 'openai_compatible') {
          <div class="pair">
            <ba-field label="Base URL" [of]="assistant().baseUrl">
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
            <ba-field label="Model" [of]="assistant().model">
              <input ba-input class="mono" autocomplete="off" placeholder="gpt-5-mini" [formField]="assistant().model" />
            </ba-field>
          </div>
          <ba-field label="API key" optional="write-only" [hint]="keyHint()" [of]="assistant().apiKey">
            <input ba-input class="mono" type="password" autocomplete="off" [placeholder]="keyPlaceholder()" [formField]="assistant().apiKey" />
          </ba-field>
          @if (dropsApiKey()) {
            <ba-callout tone="warn"
              >The stored key belongs to another address and will be removed when you save. Enter the key for the new one.</ba-callout
            >
          } @else if (stored()?.hasApiKey) {
            <label class="ba-check"><input type="checkbox" [formField]="assistant().forgetApiKey" /> Remove the stored key</label>
          }
        }
        @if (responder !== 'none') {
          <ba-field
            label="Instructions"
            optional="optional"
            hint="Tone, what to promise and what never to. Added to what Baton itself tells the model."
            [of]="assistant().instructions"
          >
            <textarea ba-input rows="4" [formField]="assistant().instructions"></textarea>
          </ba-field>
        }
        <div class="pair">
          <ba-field
            label="Confidence threshold"
            hint="An answer less sure than this goes to a person. 0 to 1."
            [of]="assistant().confidenceThreshold"
          >
            <input ba-input class="short" type="number" step="0.05" [formField]="assistant().confidenceThreshold" />
          </ba-field>
          <ba-field label="Deadline, seconds" hint="An answer that takes longer counts as failed." [of]="assistant().deadlineSeconds">
            <input ba-input class="short" type="number" step="0.5" [formField]="assistant().deadlineSeconds" />
          </ba-field>
        </div>
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
export class WebsiteAssistant {
  readonly form = input.required<FieldTree<WebsiteDraft>>();
  /** What the server holds now; null for a new website. */
  readonly stored = input<AssistantSettings | null>(null);
  readonly dropsApiKey = input(false);

  protected readonly responders = choicesOf(RESPONDER_WORDS);
  protected readonly assistant = computed(() => this.form().assistant);
  protected readonly meaning = computed(() => RESPONDER_WORDS[this.assistant().responder().value()].meaning);
  protected readonly keyHint = computed(() =>
    this.stored()?.hasApiKey
      ? 'A key is stored, encrypted. Type a new one to replace it.'
      : 'Stored encrypted and never shown again. Leave empty if the endpoint needs none.',
  );
  protected readonly keyPlaceholder = computed(() => (this.stored()?.hasApiKey ? '••••••••••••••••' : ''));
}
