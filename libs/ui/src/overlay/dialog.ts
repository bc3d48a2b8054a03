import { Component, inject, input } from '@angular/core';
import { BaIconButton } from '../button/icon-button.js';
import { uniqueId } from '../ids.js';
import { UI_TEXTS } from '../texts.js';
import { DialogRef } from './dialog-ref.js';

/** The frame of a dialog: heading, body, and the buttons that end it in `[actions]`. Opened through `Dialogs`. */
@Component({
  selector: 'ba-dialog',
  imports: [BaIconButton],
  template: `
    <div class="head">
      <h2 [id]="headingId">{{ heading() }}</h2>
      <button ba-icon-button icon="cross" type="button" [label]="texts.close" (click)="ref.close()"></button>
    </div>
    <div class="body"><ng-content /></div>
    <footer><ng-content select="[actions]" /></footer>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      max-height: min(86dvh, 760px);
      background: var(--surface);
      color: var(--text);
      border: 1px solid var(--line-strong);
      border-radius: var(--r-l);
      box-shadow: 0 12px 40px light-dark(rgb(0 0 0 / 14%), rgb(0 0 0 / 55%));
      animation: rise 0.12s ease-out;
    }
    .head {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 12px 12px 12px 18px;
      border-bottom: 1px solid var(--line);
    }
    h2 {
      margin: 0;
      flex: 1;
      font-size: 14px;
      font-weight: 600;
    }
    .body {
      padding: 16px 18px;
      overflow: auto;
    }
    footer {
      display: flex;
      justify-content: flex-end;
      flex-wrap: wrap;
      gap: 8px;
      padding: 12px 18px;
      border-top: 1px solid var(--line);
    }
    footer:empty {
      display: none;
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(6px);
      }
    }
  `,
})
export class BaDialog {
  readonly heading = input.required<string>();

  protected readonly ref = inject(DialogRef);
  protected readonly texts = inject(UI_TEXTS);
  protected readonly headingId = uniqueId('ba-dialog');

  constructor() {
    this.ref.isNamedBy(this.headingId);
  }
}
