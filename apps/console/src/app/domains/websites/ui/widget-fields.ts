import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaCallout, BaField, BaInput, BaPanel, BaSegmented } from '#ui';
import { adviseOnAccent } from '../data/contrast';
import type { WebsiteDraft } from '../data/website-draft';

@Component({
  selector: 'baton-website-widget',
  imports: [BaCallout, BaField, BaInput, BaPanel, BaSegmented, FormField],
  template: `
    <ba-panel heading="Widget">
      <div class="fields">
        <ba-field label="Accent colour" [of]="theme().accent">
          <span class="colour">
            <input ba-input type="color" aria-label="Pick the accent colour" [value]="pickable()" (input)="pick($event)" />
            <input ba-input class="mono short" spellcheck="false" autocomplete="off" [formField]="theme().accent" />
          </span>
        </ba-field>
        @if (advice(); as advice) {
          <ba-callout [tone]="advice.tone">{{ advice.text }}</ba-callout>
        }
        <ba-field label="Greeting" optional="optional" hint="The first line visitors see when they open the chat." [of]="theme().greeting">
          <textarea ba-input rows="2" [formField]="theme().greeting"></textarea>
        </ba-field>
        <div class="pair">
          <div>
            <div class="label">Position</div>
            <ba-segmented label="Position" [choices]="positions" [formField]="theme().position" />
          </div>
          <div>
            <div class="label">Scheme</div>
            <ba-segmented label="Scheme" [choices]="schemes" [formField]="theme().scheme" />
          </div>
        </div>
        <ba-field label="Avatar address" optional="optional" hint="A square picture, 64 px or more." [of]="theme().avatarUrl">
          <input
            ba-input
            class="mono"
            type="url"
            inputmode="url"
            autocomplete="off"
            placeholder="https://shop.example/avatar.png"
            [formField]="theme().avatarUrl"
          />
        </ba-field>
      </div>
    </ba-panel>
  `,
  styleUrl: '../../../editing/page.css',
  styles: `
    :host {
      display: contents;
    }
    .colour {
      display: flex;
      gap: 8px;
    }
    .label {
      font-weight: 500;
      margin-bottom: 4px;
    }
  `,
})
export class WebsiteWidget {
  readonly form = input.required<FieldTree<WebsiteDraft>>();

  protected readonly theme = computed(() => this.form().theme);
  protected readonly advice = computed(() => adviseOnAccent(this.theme().accent().value()));
  /** The picker knows six digits only; while something else is typed it keeps still. */
  protected readonly pickable = computed(() => (this.theme().accent().valid() ? this.theme().accent().value() : '#000000'));
  protected readonly positions = [
    { value: 'left', label: 'Left' },
    { value: 'right', label: 'Right' },
  ];
  protected readonly schemes = [
    { value: 'system', label: 'As the visitor’s system' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ];

  protected pick(event: Event): void {
    const accent = this.theme().accent();
    accent.value.set((event.target as HTMLInputElement).value);
    accent.markAsDirty();
  }
}
