import { Component, ElementRef, inject, input } from '@angular/core';

export type ButtonLook = 'plain' | 'primary' | 'ghost' | 'danger' | 'ai';

/** A native button or link that looks like one. `busy` keeps its width and its focus, and says so to assistive technology. */
@Component({
  selector: 'button[ba-button], a[ba-button]',
  template: `<ng-content />`,
  host: {
    '[attr.data-look]': 'look()',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.aria-disabled]': 'busy() || null',
  },
  styles: `
    :host {
      flex: none;
      display: inline-flex;
      gap: 6px;
      align-items: center;
      justify-content: center;
      height: var(--control-h);
      padding: 0 11px;
      white-space: nowrap;
      font-weight: 500;
      cursor: pointer;
      text-decoration: none;
      border: 1px solid var(--line-strong);
      border-radius: var(--r-s);
      background: var(--surface);
      color: var(--text);
      position: relative;
      transition:
        background-color 0.1s,
        border-color 0.1s;
    }
    :host(:hover) {
      background: var(--hover);
    }
    :host([data-look='primary']) {
      background: var(--accent);
      border-color: var(--accent);
      color: var(--accent-ink);
    }
    :host([data-look='primary']:hover) {
      background: color-mix(in srgb, var(--accent) 88%, var(--text));
    }
    :host([data-look='ghost']) {
      background: none;
      border-color: transparent;
      color: var(--text-2);
    }
    :host([data-look='ghost']:hover) {
      background: var(--hover);
      color: var(--text);
    }
    :host([data-look='danger']) {
      color: var(--bad);
      border-color: color-mix(in srgb, var(--bad) 40%, var(--line));
    }
    :host([data-look='danger']:hover) {
      background: var(--bad-soft);
    }
    :host([data-look='ai']) {
      color: var(--ai);
      background: var(--ai-soft);
      border-color: transparent;
    }
    :host(:disabled) {
      opacity: 0.45;
      cursor: default;
    }
    :host([aria-busy])::after {
      content: '';
      position: absolute;
      inset: auto 8px 2px;
      height: 2px;
      border-radius: 1px;
      background: linear-gradient(90deg, transparent, currentColor, transparent) 0 0 / 40% 100% no-repeat;
      animation: pass 1s linear infinite;
    }
    @keyframes pass {
      from {
        background-position: -60% 0;
      }
      to {
        background-position: 160% 0;
      }
    }
    @media (max-width: 720px) {
      :host {
        height: 36px;
      }
    }
  `,
})
export class BaButton {
  readonly look = input<ButtonLook>('plain');
  readonly busy = input(false);

  constructor() {
    // In the capture phase, because the page's own click listener may have been added first.
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.addEventListener(
      'click',
      (event) => {
        if (!this.busy()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
}
