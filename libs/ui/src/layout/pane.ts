import { Component, input } from '@angular/core';

/** A column of the window: a bar that stays (`[bar]`), a body that scrolls, an optional foot (`[foot]`). */
@Component({
  selector: 'ba-pane',
  template: `
    <div class="bar">
      @if (heading(); as heading) {
        <h2>{{ heading }}</h2>
      }
      <ng-content select="[bar]" />
    </div>
    <div class="body"><ng-content /></div>
    <ng-content select="[foot]" />
  `,
  host: { role: 'region', '[attr.aria-label]': 'label() || heading()' },
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
      min-width: 0;
      background: var(--surface);
    }
    .bar {
      flex: none;
      display: flex;
      align-items: center;
      gap: 8px;
      height: 48px;
      padding: 0 14px;
      border-bottom: 1px solid var(--line);
    }
    h2 {
      margin: 0;
      font-size: 13px;
      font-weight: 600;
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .body {
      flex: 1;
      min-height: 0;
      overflow: auto;
      overscroll-behavior: contain;
    }
  `,
})
export class BaPane {
  readonly heading = input('');
  /** Names the region when no heading is shown. */
  readonly label = input('');
}
