import { Component, effect, inject, signal } from '@angular/core';
import { BaIcon } from '#ui';
import { Live } from './live';
import { shellTexts } from './texts';

/** A blink of the line is nobody's business. */
const SAY_SO_AFTER_MS = 1_500;

/** Says that the line is down for as long as it is. */
@Component({
  selector: 'baton-connection-banner',
  imports: [BaIcon],
  template: `
    @if (isDown()) {
      <div class="banner"><ba-icon name="refresh" [size]="14" /> {{ t('banner') }}</div>
    }
  `,
  host: { role: 'status' },
  styles: `
    .banner {
      display: flex;
      gap: 8px;
      align-items: center;
      justify-content: center;
      padding: 6px 16px;
      background: var(--warn-soft);
      color: var(--warn);
      font-weight: 500;
    }
    ba-icon {
      animation: turn 1.6s linear infinite;
    }
    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
  `,
})
export class ConnectionBanner {
  protected readonly t = shellTexts();
  private readonly live = inject(Live);
  private readonly down = signal(false);
  protected readonly isDown = this.down.asReadonly();

  constructor() {
    effect((onCleanup) => {
      if (this.live.connection() !== 'offline') {
        this.down.set(false);
        return;
      }
      const timer = setTimeout(() => this.down.set(true), SAY_SO_AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
