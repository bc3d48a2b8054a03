import { Component, input } from '@angular/core';

/** A whole page: where one is, what it is about, what can be done with all of it (`[actions]`), then its content. */
@Component({
  selector: 'ba-page',
  template: `
    <div class="inner" [style.max-width.px]="widthPx()">
      <div class="head">
        <div class="where">
          <ng-content select="[back]" />
          <h1>{{ heading() }}</h1>
          <span class="sub">{{ sub() }}</span>
        </div>
        <div class="actions"><ng-content select="[actions]" /></div>
      </div>
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: block;
      height: 100%;
      overflow: auto;
      background: var(--bg);
      scroll-padding-top: 72px;
    }
    .inner {
      margin: 0 auto;
      padding: 0 28px 64px;
    }
    .head {
      position: sticky;
      top: 0;
      z-index: 5;
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 64px;
      padding: 12px 0;
      margin-bottom: 8px;
      background: var(--bg);
    }
    .where {
      display: flex;
      align-items: center;
      gap: 10px;
      min-width: 0;
      flex: 1;
    }
    h1 {
      margin: 0;
      font-size: 18px;
      line-height: 24px;
      font-weight: 600;
      letter-spacing: -0.01em;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .sub {
      color: var(--text-2);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .actions {
      display: flex;
      align-items: center;
      gap: 8px;
      flex: none;
    }
    @media (max-width: 720px) {
      .inner {
        padding: 0 16px 48px;
      }
      .sub {
        display: none;
      }
      /* Many actions go below the heading rather than push it out. */
      .head {
        flex-wrap: wrap;
      }
      .where {
        flex: 1 1 120px;
      }
      .actions {
        flex: 0 1 auto;
        flex-wrap: wrap;
      }
    }
  `,
})
export class BaPage {
  readonly heading = input.required<string>();
  readonly sub = input('');
  readonly widthPx = input(1240);
}
