import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';
import { BaButton } from '../button/button.js';
import { BaIcon } from '../icon/icon.js';
import { UI_TEXTS } from '../texts.js';

const THANKS_FOR_MS = 2_000;

/** Text to take away: a snippet, a key shown once. */
@Component({
  selector: 'ba-copyable',
  imports: [BaButton, BaIcon],
  template: `
    <pre tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" [attr.aria-label]="label()">{{ text() }}</pre>
    <button ba-button type="button" (click)="copy()">
      <ba-icon [name]="copied() ? 'check' : 'copy'" [size]="14" />
      <span aria-live="polite">{{ copied() ? texts.copied : texts.copy }}</span>
    </button>
  `,
  styles: `
    :host { display: block; position: relative; }
    pre {
      margin: 0; padding: 12px 92px 12px 14px; overflow: auto; border: 1px solid var(--line); border-radius: var(--r-m); background: var(--sunken);
      font: 12px/18px var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 260px;
    }
    button { position: absolute; top: 8px; right: 8px; }
  `,
})
export class BaCopyable {
  readonly label = input.required<string>();
  readonly text = input.required<string>();

  private readonly clipboard = inject(Clipboard);
  protected readonly texts = inject(UI_TEXTS);
  protected readonly copied = signal(false);

  protected copy(): void {
    if (!this.clipboard.copy(this.text())) return;
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), THANKS_FOR_MS);
  }
}
