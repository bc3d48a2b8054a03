import { Component, inject } from '@angular/core';
import { BaIconButton } from '../button/icon-button.js';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';
import { UI_TEXTS } from '../texts.js';
import { Toasts, type ToastTone } from './toasts.js';

const ICON: Readonly<Record<ToastTone, IconName>> = { neutral: 'info', good: 'check', bad: 'warning' };

/** Where toasts appear; stands once in the shell. A live region, so that they are also heard. */
@Component({
  selector: 'ba-toasts',
  imports: [BaIcon, BaIconButton],
  template: `
    @for (toast of toasts.list(); track toast.id) {
      <div class="toast" [attr.data-tone]="toast.tone">
        <ba-icon [name]="icon[toast.tone]" [size]="15" />
        <span>{{ toast.text }}</span>
        @if (toast.action; as action) {
          <button type="button" class="action" (click)="action.run(); toasts.dismiss(toast.id)">{{ action.label }}</button>
        }
        <button ba-icon-button icon="cross" type="button" [size]="14" [label]="texts.dismiss" (click)="toasts.dismiss(toast.id)"></button>
      </div>
    }
  `,
  host: { role: 'log', 'aria-live': 'polite', '[attr.aria-label]': 'texts.notifications' },
  styles: `
    :host {
      position: fixed;
      z-index: 1100;
      right: 16px;
      bottom: 16px;
      display: flex;
      flex-direction: column;
      gap: 8px;
      align-items: flex-end;
      pointer-events: none;
    }
    .toast {
      pointer-events: auto;
      display: flex;
      align-items: center;
      gap: 10px;
      max-width: min(420px, calc(100vw - 32px));
      padding: 6px 6px 6px 12px;
      background: var(--surface);
      border: 1px solid var(--line-strong);
      border-radius: var(--r-m);
      box-shadow: 0 6px 20px light-dark(rgb(0 0 0 / 10%), rgb(0 0 0 / 45%));
      animation: enter 0.14s ease-out;
    }
    [data-tone='good'] > ba-icon {
      color: var(--good);
    }
    [data-tone='bad'] {
      border-color: color-mix(in srgb, var(--bad) 45%, var(--line));
    }
    [data-tone='bad'] > ba-icon {
      color: var(--bad);
    }
    span {
      flex: 1;
      overflow-wrap: anywhere;
    }
    .action {
      border: 0;
      background: none;
      padding: 2px 6px;
      border-radius: 4px;
      color: var(--accent);
      font-weight: 600;
      cursor: pointer;
    }
    @keyframes enter {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }
    @media (max-width: 720px) {
      :host {
        left: 16px;
        bottom: calc(12px + env(safe-area-inset-bottom));
        align-items: stretch;
      }
    }
  `,
})
export class BaToasts {
  protected readonly toasts = inject(Toasts);
  protected readonly texts = inject(UI_TEXTS);
  protected readonly icon = ICON;
}
