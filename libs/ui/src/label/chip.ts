import { Component, input } from '@angular/core';

export type Tone = 'neutral' | 'accent' | 'ai' | 'note' | 'warn' | 'bad' | 'good';

/** A small rounded label: why a handoff is here, a tag, a count. */
@Component({
  selector: 'ba-chip',
  template: `<ng-content />`,
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      max-width: 100%;
      min-width: 0;
      padding: 0 7px;
      border-radius: 9px;
      font-size: 11px;
      line-height: 18px;
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
      vertical-align: middle;
      background: var(--sunken);
      color: var(--text-2);
      box-shadow: inset 0 0 0 1px var(--line);
      font-variant-numeric: tabular-nums;
    }
    :host([data-tone='accent']) {
      background: var(--accent-soft);
      color: var(--accent);
      box-shadow: none;
    }
    :host([data-tone='ai']) {
      background: var(--ai-soft);
      color: var(--ai);
      box-shadow: none;
    }
    :host([data-tone='note']) {
      background: var(--note);
      color: var(--text);
      box-shadow: inset 0 0 0 1px var(--note-line);
    }
    :host([data-tone='warn']) {
      background: var(--warn-soft);
      color: var(--warn);
      box-shadow: none;
    }
    :host([data-tone='bad']) {
      background: var(--bad-soft);
      color: var(--bad);
      box-shadow: none;
    }
    :host([data-tone='good']) {
      color: var(--good);
    }
  `,
})
export class BaChip {
  readonly tone = input<Tone>('neutral');
}
