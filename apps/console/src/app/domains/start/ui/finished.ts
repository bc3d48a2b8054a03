import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BaButton } from '#ui';
import { startTexts } from '../texts';

/** All steps are done. The mark draws itself once: the AI's stroke, then the person's. */
@Component({
  selector: 'baton-start-finished',
  imports: [BaButton, RouterLink],
  template: `
    <svg viewBox="0 0 72 72" aria-hidden="true">
      <circle class="ground" cx="36" cy="36" r="32" />
      <path class="ai" pathLength="1" d="M20 46 35 31" />
      <path class="person" pathLength="1" d="M30 37 52 24" />
    </svg>
    <div>
      <h2>{{ t('finished.title') }}</h2>
      <p>{{ t('finished.text') }}</p>
      <a ba-button look="primary" routerLink="/inbox">{{ t('finished.act') }}</a>
    </div>
  `,
  host: { role: 'status' },
  styles: `
    :host {
      display: flex;
      gap: 20px;
      align-items: center;
      padding: 20px;
      border: 1px solid var(--line);
      border-radius: var(--r-l);
      background: var(--accent-soft);
    }
    svg {
      flex: none;
      width: 72px;
      height: 72px;
    }
    .ground {
      fill: var(--surface);
    }
    path {
      fill: none;
      stroke-width: 7;
      stroke-linecap: round;
      stroke-dasharray: 1;
      animation: draw 0.5s 0.15s both ease-out;
    }
    .ai {
      stroke: var(--ai);
    }
    .person {
      stroke: var(--accent);
      animation-delay: 0.55s;
    }
    @keyframes draw {
      from {
        stroke-dashoffset: 1;
        opacity: 0;
      }
      1% {
        opacity: 1;
      }
      to {
        stroke-dashoffset: 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      path {
        animation: none;
      }
    }
    h2 {
      margin: 0 0 2px;
      font-size: 16px;
      line-height: 22px;
      font-weight: 600;
    }
    p {
      margin: 0 0 12px;
      color: var(--text-2);
      max-width: 60ch;
    }
    @media (max-width: 720px) {
      :host {
        flex-direction: column;
        align-items: flex-start;
      }
    }
  `,
})
export class Finished {
  protected readonly t = startTexts();
}
