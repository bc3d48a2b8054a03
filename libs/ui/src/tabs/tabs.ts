import { Component, computed, ElementRef, inject, input, model } from '@angular/core';
import { uniqueId } from '../ids.js';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
}

/** The heads of tabs; the page shows the panel of `selected` itself, in an element with `role="tabpanel"` and the id `panelId`. */
@Component({
  selector: 'ba-tabs',
  exportAs: 'baTabs',
  template: `
    @for (tab of tabs(); track tab.id) {
      <button
        type="button"
        role="tab"
        [id]="headId(tab.id)"
        [attr.aria-selected]="tab.id === selected()"
        [attr.aria-controls]="tab.id === selected() ? panelId : null"
        [tabindex]="tab.id === selected() ? 0 : -1"
        (click)="selected.set(tab.id)"
      >
        {{ tab.label }}
        @if (tab.count !== undefined) {
          <span class="count">{{ tab.count }}</span>
        }
      </button>
    }
  `,
  host: { role: 'tablist', '[attr.aria-label]': 'label()', '(keydown)': 'steer($event)' },
  styles: `
    :host {
      display: flex;
      gap: 16px;
      overflow-x: auto;
    }
    button {
      flex: none;
      padding: 4px 0 5px;
      border: 0;
      border-bottom: 2px solid transparent;
      border-radius: 2px 2px 0 0;
      background: none;
      color: var(--text-2);
      cursor: pointer;
    }
    button:hover {
      color: var(--text);
    }
    button[aria-selected='true'] {
      color: var(--text);
      font-weight: 600;
      border-bottom-color: var(--accent);
    }
    .count {
      color: var(--text-3);
      font-size: 12px;
      font-weight: 400;
      margin-left: 3px;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class BaTabs {
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly Tab[]>();
  readonly selected = model.required<string>();

  readonly panelId = uniqueId('ba-tabpanel');
  private readonly heads = uniqueId('ba-tab');
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Names the panel. */
  readonly selectedHeadId = computed(() => this.headId(this.selected()));

  protected headId(id: string): string {
    return `${this.heads}-${id}`;
  }

  protected steer(event: KeyboardEvent): void {
    const ids = this.tabs().map((tab) => tab.id);
    const at = ids.indexOf(this.selected());
    const to = { ArrowRight: (at + 1) % ids.length, ArrowLeft: (at - 1 + ids.length) % ids.length, Home: 0, End: ids.length - 1 }[event.key];
    const id = to === undefined ? undefined : ids[to];
    if (id === undefined) return;
    event.preventDefault();
    this.selected.set(id);
    this.element.querySelectorAll('button')[ids.indexOf(id)]?.focus();
  }
}
