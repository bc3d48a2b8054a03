import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaCallout, BaField, BaInput, BaSegmented, type Choice } from '#ui';
import { judgeColour } from '../../../editing/contrast';
import { Texts } from '../../../i18n';
import { SWATCHES, type SetupDraft } from '../data/setup-draft';
import { setupTexts } from '../texts';

const NAMES = ['green', 'blue', 'indigo', 'violet', 'pink', 'red', 'brown', 'graphite'] as const;

/** A colour that can be read, a first line, a corner. */
@Component({
  selector: 'baton-setup-look',
  imports: [BaCallout, BaField, BaInput, BaSegmented, FormField],
  template: `
    @let look = form().look;
    <div>
      <div class="label" id="setup-colour">{{ t('look.colour') }}</div>
      <div class="swatches" role="radiogroup" aria-labelledby="setup-colour">
        @for (swatch of swatches(); track swatch.colour) {
          <label [title]="swatch.name">
            <input
              type="radio"
              name="setup-colour"
              [value]="swatch.colour"
              [checked]="swatch.colour === look.accent().value().toLowerCase()"
              [attr.aria-label]="swatch.name"
              (change)="choose(swatch.colour)"
            />
            <span [style.background-color]="swatch.colour"></span>
          </label>
        }
      </div>
      <ba-field class="own" [label]="t('look.own')" [of]="look.accent">
        <span class="colour">
          <input class="ba-input" type="color" [attr.aria-label]="t('look.pick')" [value]="pickable()" (input)="pick($event)" />
          <input ba-input class="mono short" spellcheck="false" autocomplete="off" [formField]="look.accent" />
        </span>
      </ba-field>
      @if (advice(); as advice) {
        <ba-callout class="advice" [tone]="advice.tone">{{ advice.text }}</ba-callout>
      }
    </div>
    <ba-field [label]="t('look.greeting')" [optional]="t('look.optional')" [hint]="t('look.greetingHint')" [of]="look.greeting">
      <textarea ba-input rows="2" [formField]="look.greeting"></textarea>
    </ba-field>
    <div>
      <div class="label">{{ t('look.position') }}</div>
      <ba-segmented [label]="t('look.position')" [choices]="positions()" [formField]="look.position" />
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 20px;
    }
    .label {
      margin-bottom: 6px;
      font-weight: 500;
    }
    .swatches {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-left: -4px;
    }
    .swatches label {
      position: relative;
      width: 36px;
      height: 36px;
      display: grid;
      place-items: center;
      cursor: pointer;
    }
    .swatches input {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    .swatches span {
      width: 26px;
      height: 26px;
      border-radius: 50%;
      box-shadow: inset 0 0 0 1px rgb(127 127 127 / 35%);
    }
    .swatches label:hover span {
      box-shadow:
        0 0 0 2px var(--bg),
        0 0 0 3px var(--line-strong);
    }
    .swatches input:checked + span {
      box-shadow:
        0 0 0 2px var(--bg),
        0 0 0 4px var(--text);
    }
    .swatches input:focus-visible + span {
      outline: 2px solid var(--accent);
      outline-offset: 5px;
    }
    @media (max-width: 720px) {
      .swatches label {
        width: 44px;
        height: 44px;
      }
      .swatches span {
        width: 32px;
        height: 32px;
      }
    }
    @media (forced-colors: active) {
      .swatches span {
        forced-color-adjust: none;
      }
    }
    .own {
      margin-top: 12px;
    }
    .colour {
      display: flex;
      gap: 8px;
    }
    .short {
      max-width: 120px;
    }
    .advice {
      margin-top: 10px;
    }
  `,
})
export class LookFields {
  readonly form = input.required<FieldTree<SetupDraft>>();

  protected readonly t = setupTexts();
  private readonly texts = inject(Texts);
  private readonly numbers = computed(() => new Intl.NumberFormat(this.texts.locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  protected readonly swatches = computed(() => SWATCHES.map((colour, index) => ({ colour, name: this.t(`look.${NAMES[index]!}`) })));
  protected readonly positions = computed<readonly Choice[]>(() => [
    { value: 'left', label: this.t('look.left') },
    { value: 'right', label: this.t('look.right') },
  ]);
  protected readonly advice = computed(() => {
    const judged = judgeColour(this.form().look.accent().value());
    if (!judged) return null;
    const ratio = `${this.numbers().format(judged.ratio)} : 1`;
    if (judged.verdict === 'text') return { tone: 'warn' as const, text: this.t('look.unreadable', { ratio }) };
    if (judged.verdict === 'shape') return { tone: 'warn' as const, text: this.t('look.lost', { ratio }) };
    return { tone: 'good' as const, text: this.t(judged.ink === 'white' ? 'look.fineWhite' : 'look.fineBlack', { ratio }) };
  });
  /** The picker knows six digits only; while something else is typed it keeps still. */
  protected readonly pickable = computed(() => (this.form().look.accent().valid() ? this.form().look.accent().value() : SWATCHES[0]));

  protected pick(event: Event): void {
    this.choose((event.target as HTMLInputElement).value);
  }

  protected choose(colour: string): void {
    this.form().look.accent().value.set(colour);
  }
}
