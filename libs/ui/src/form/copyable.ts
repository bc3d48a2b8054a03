import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';
import { BaIconButton } from '../button/icon-button.js';
import { UI_TEXTS } from '../texts.js';

const THANKS_FOR_MS = 2_000;

/** Text to take away: a snippet, a key shown once. */
@Component({
  selector: 'ba-copyable',
  imports: [BaIconButton],
  template: `
    <pre tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" [attr.aria-label]="label()">{{ text() }}</pre>
    <button
      ba-icon-button
      type="button"
      [icon]="copied() ? 'check' : 'copy'"
      [size]="15"
      [label]="texts.copy + ': ' + label()"
      (click)="copy()"
    ></button>
    <span class="ba-hidden-text" aria-live="polite">{{ copied() ? texts.copied : '' }}</span>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    pre {
      margin: 0;
      padding: 12px 44px 12px 14px;
      overflow: auto;
      border: 1px solid var(--line);
      border-radius: var(--r-m);
      background: var(--sunken);
      font: 12px/18px var(--mono);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      max-height: 260px;
    }
    button {
      position: absolute;
      top: 6px;
      right: 6px;
      background: var(--sunken);
    }
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
