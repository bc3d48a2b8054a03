import { Component, input } from '@angular/core';
import { uniqueId } from '../ids.js';

/** A bordered card on a page: heading, a quiet word beside it (`[aside]`), its content edge to edge or padded. */
@Component({
  selector: 'ba-panel',
  template: `
    @if (heading()) {
      <div class="head">
        <h2 [id]="headingId">{{ heading() }}</h2>
        <small><ng-content select="[aside]" /></small>
      </div>
    }
    @if (lead()) {
      <p class="lead">{{ lead() }}</p>
    }
    <div class="body" [class.flush]="padding() === 'none'"><ng-content /></div>
    <ng-content select="[foot]" />
  `,
  host: { role: 'group', '[attr.aria-labelledby]': 'heading() ? headingId : null' },
  styles: `
    :host {
      display: block;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--r-l);
      overflow: hidden;
    }
    .head {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 44px;
      padding: 8px 16px;
      border-bottom: 1px solid var(--line);
    }
    h2 {
      margin: 0;
      font-size: 13px;
      font-weight: 600;
    }
    small {
      margin-left: auto;
      color: var(--text-3);
      font-size: 12px;
      display: flex;
      gap: 8px;
      align-items: center;
      min-width: 0;
    }
    .lead {
      margin: 0;
      padding: 12px 16px 0;
      color: var(--text-2);
      max-width: 66ch;
    }
    .body {
      padding: var(--panel-pad);
    }
    .body.flush {
      padding: 0;
    }
  `,
})
export class BaPanel {
  readonly heading = input('');
  readonly lead = input('');
  readonly padding = input<'normal' | 'none'>('normal');

  protected readonly headingId = uniqueId('ba-panel');
}
