import { Component, input } from '@angular/core';

/** Baton's mark: a violet stroke handing over to a green one. */
@Component({
  selector: 'baton-mark',
  template: `
    <svg viewBox="0 0 28 28" aria-hidden="true" [style.width.px]="size()" [style.height.px]="size()">
      <rect width="28" height="28" rx="7" fill="var(--text)" />
      <path class="ai" d="M7 19 15.5 10.5" />
      <path class="person" d="M12.5 13.5 21 8" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    path {
      stroke-width: 4;
      stroke-linecap: round;
    }
    /* The ground turns with the scheme, so the strokes turn the other way. */
    .ai {
      stroke: light-dark(#a78bfa, #6d4bc3);
    }
    .person {
      stroke: light-dark(#35c6ae, #0b6e5f);
    }
  `,
})
export class Mark {
  readonly size = input(28);
}
