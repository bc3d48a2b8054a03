import { Component, computed, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaField, BaIconButton, BaInput } from '#ui';
import { PASSWORD_MIN_CHARS, type SetupDraft } from '../data/setup-draft';
import { setupTexts } from '../texts';

/** Who administers from now on. The password's rule stands there before it can be broken, and counts down. */
@Component({
  selector: 'baton-setup-you',
  imports: [BaField, BaIconButton, BaInput, FormField],
  template: `
    @let you = form().you;
    @if (asksForToken()) {
      <ba-field [label]="t('token.label')" [hint]="t('token.hint')" [of]="form().token">
        <input ba-input class="mono" autocomplete="off" spellcheck="false" [formField]="form().token" />
      </ba-field>
    }
    <ba-field [label]="t('you.name')" [hint]="t('you.nameHint')" [of]="you.name">
      <input ba-input autocomplete="name" [formField]="you.name" />
    </ba-field>
    <ba-field [label]="t('you.email')" [hint]="t('you.emailHint')" [of]="you.email">
      <input ba-input type="email" autocomplete="username" [formField]="you.email" />
    </ba-field>
    <ba-field [label]="t('you.password')" [hint]="t('you.passwordRule', { count: min })" [of]="you.password">
      <div class="secret">
        <input ba-input [type]="shown() ? 'text' : 'password'" autocomplete="new-password" spellcheck="false" [formField]="you.password" />
        <button
          ba-icon-button
          icon="eye"
          type="button"
          [size]="15"
          [label]="shown() ? t('you.hide') : t('you.show')"
          [attr.aria-pressed]="shown()"
          (click)="shown.set(!shown())"
        ></button>
      </div>
      @if (typed() > 0) {
        <div class="strength" [class.enough]="missing() === 0">
          <span class="bar" aria-hidden="true"><i [style.width.%]="percent()"></i></span>
          <span>{{ missing() === 0 ? t('you.passwordEnough') : t('you.passwordMore', { count: missing() }) }}</span>
        </div>
      }
    </ba-field>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 18px;
    }
    .secret {
      position: relative;
    }
    .secret input {
      padding-right: 40px;
    }
    .secret button {
      position: absolute;
      inset: 0 2px 0 auto;
      margin-block: auto;
    }
    .strength {
      display: flex;
      gap: 8px;
      align-items: center;
      margin-top: 6px;
      font-size: 12px;
      color: var(--text-2);
      font-variant-numeric: tabular-nums;
    }
    .bar {
      flex: 0 0 72px;
      height: 4px;
      border-radius: 2px;
      background: var(--line);
      overflow: hidden;
    }
    i {
      display: block;
      height: 100%;
      background: var(--warn);
      transition: width 0.12s;
    }
    .enough {
      color: var(--good);
    }
    .enough i {
      background: var(--good);
    }
  `,
})
export class YouFields {
  readonly form = input.required<FieldTree<SetupDraft>>();
  readonly asksForToken = input.required<boolean>();

  protected readonly t = setupTexts();
  protected readonly min = PASSWORD_MIN_CHARS;
  protected readonly shown = signal(false);
  protected readonly typed = computed(() => this.form().you.password().value().length);
  protected readonly missing = computed(() => Math.max(0, PASSWORD_MIN_CHARS - this.typed()));
  protected readonly percent = computed(() => Math.min(100, (this.typed() / PASSWORD_MIN_CHARS) * 100));
}
