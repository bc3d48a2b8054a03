import { Component, input } from '@angular/core';

/**
 * One row of a list: something leading, a title and its time, one line of preview, a foot of chips.
 * Slots: `[leading]`, `[title]`, `[when]`, `[preview]`, `[foot]`.
 */
@Component({
  selector: 'a[ba-list-row], button[ba-list-row], div[ba-list-row]',
  template: `
    <span class="leading"><ng-content select="[leading]" /></span>
    <span class="title"><ng-content select="[title]" /></span>
    <span class="when"><ng-content select="[when]" /></span>
    <span class="preview"><ng-content select="[preview]" /></span>
    <span class="foot"><ng-content select="[foot]" /></span>
  `,
  host: { '[class.selected]': 'selected()', '[class.unread]': 'unread()', '[attr.aria-current]': 'selected() || null' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      column-gap: 10px;
      width: 100%;
      padding: var(--row-pad) var(--pad-x) calc(var(--row-pad) + 1px) calc(var(--pad-x) - 2px);
      border: 0;
      border-bottom: 1px solid var(--line);
      border-left: 2px solid transparent;
      background: none;
      color: inherit;
      text-align: left;
      text-decoration: none;
      cursor: pointer;
      position: relative;
    }
    :host(:hover) {
      background: var(--hover);
    }
    :host(.selected) {
      background: var(--accent-soft);
      border-left-color: var(--accent);
    }
    :host(:focus-visible) {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
      box-shadow: none;
    }
    .leading {
      grid-row: 1 / 4;
      margin-top: 2px;
    }
    .title {
      font-weight: 450;
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    :host(.unread) .title {
      font-weight: 650;
    }
    .when {
      color: var(--text-3);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    .preview {
      grid-column: 2 / 4;
      color: var(--text-2);
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    :host(.selected) .when {
      color: var(--text-2);
    }
    .foot {
      grid-column: 2 / 4;
      display: flex;
      gap: 6px;
      align-items: center;
      margin-top: 3px;
      min-width: 0;
    }
    .foot:empty,
    .leading:empty {
      display: none;
    }
  `,
})
export class BaListRow {
  readonly selected = input(false);
  readonly unread = input(false);
}
