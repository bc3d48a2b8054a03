import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaButton, BaCallout, BaField, BaInput, BaPanel, BaSegmented } from '#ui';
import { judgeColour } from '../../../editing/contrast';
import { darkerShade } from '../data/shade';
import type { WebsiteDraft } from '../data/website-draft';
import { websitesTexts } from '../texts';

/** How the chat looks. `brief` asks for the colour alone. */
@Component({
  selector: 'baton-website-widget',
  imports: [BaButton, BaCallout, BaField, BaInput, BaPanel, BaSegmented, FormField],
  template: `
    <ba-panel [heading]="heading()">
      <div class="fields">
        <ba-field [label]="t('look.accent')" [of]="theme().accent">
          <span class="colour">
            <input ba-input type="color" [attr.aria-label]="t('look.pick')" [value]="pickable()" (input)="pick($event)" />
            <input ba-input class="mono short" spellcheck="false" autocomplete="off" [formField]="theme().accent" />
          </span>
        </ba-field>
        @if (advice(); as advice) {
          @if (advice.verdict === 'fine') {
            <ba-callout tone="good">{{ t('look.good', { ink: t(inkWord(advice.ink)), ratio: shown(advice.ratio) }) }}</ba-callout>
          } @else {
            <ba-callout tone="warn">
              <div class="beside">
                <span>{{
                  advice.verdict === 'shape' ? t('look.faint', { ratio: shown(advice.ratio) }) : t('look.unreadable', { ratio: shown(advice.ratio) })
                }}</span>
                <button ba-button type="button" (click)="take(advice.instead)">
                  <span class="swatch" [style.background]="advice.instead"></span>{{ t('look.take', { colour: advice.instead }) }}
                </button>
              </div>
            </ba-callout>
          }
        }
        @if (!brief()) {
          <ba-field [label]="t('look.greeting')" [optional]="t('look.optional')" [hint]="t('look.greetingHint')" [of]="theme().greeting">
            <textarea ba-input rows="2" [formField]="theme().greeting"></textarea>
          </ba-field>
          <div>
            <div class="label">{{ t('look.position') }}</div>
            <ba-segmented [label]="t('look.position')" [choices]="positions()" [formField]="theme().position" />
          </div>
          <div>
            <div class="label">{{ t('look.scheme') }}</div>
            <ba-segmented [label]="t('look.scheme')" [choices]="schemes()" [formField]="theme().scheme" />
          </div>
          <ba-field [label]="t('look.avatar')" [optional]="t('look.optional')" [hint]="t('look.avatarHint')" [of]="theme().avatarUrl">
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
        }
      </div>
    </ba-panel>
  `,
  styleUrls: ['../../../editing/page.css', './fields.css'],
  styles: `
    .colour {
      display: flex;
      gap: 8px;
    }
    .swatch {
      width: 14px;
      height: 14px;
      border-radius: 50%;
      box-shadow: inset 0 0 0 1px var(--line-strong);
    }
  `,
})
export class WebsiteWidget {
  readonly form = input.required<FieldTree<WebsiteDraft>>();
  readonly heading = input('');
  readonly brief = input(false);

  protected readonly t = websitesTexts();
  protected readonly theme = computed(() => this.form().theme);
  protected readonly advice = computed(() => {
    const colour = this.theme().accent().value();
    const judged = judgeColour(colour);
    return judged && { ...judged, instead: judged.verdict === 'fine' ? colour : darkerShade(colour) };
  });
  /** The picker knows six digits only; while something else is typed it keeps still. */
  protected readonly pickable = computed(() => (this.theme().accent().valid() ? this.theme().accent().value() : '#000000'));
  protected readonly positions = computed(() => [
    { value: 'left', label: this.t('look.left') },
    { value: 'right', label: this.t('look.right') },
  ]);
  protected readonly schemes = computed(() => [
    { value: 'system', label: this.t('look.system') },
    { value: 'light', label: this.t('look.light') },
    { value: 'dark', label: this.t('look.dark') },
  ]);
  protected readonly inkWord = (ink: 'white' | 'black') => `look.${ink}` as const;
  protected readonly shown = (ratio: number) => ratio.toFixed(1);

  protected pick(event: Event): void {
    this.take((event.target as HTMLInputElement).value);
  }

  protected take(colour: string): void {
    const accent = this.theme().accent();
    accent.value.set(colour);
    accent.markAsDirty();
  }
}
