import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { afterRenderEffect, Component, computed, effect, input, output, untracked, viewChild } from '@angular/core';
import type { HandoffSummary, InboxView } from '#contracts';
import { HandoffRow, ROW_HEIGHT_PX } from './handoff-row';

/** The next page is asked for this many rows before the end. */
const ROWS_AHEAD = 12;

/** The rows of a view; only those in sight are drawn. What happens above them never moves what one is looking at. */
@Component({
  selector: 'baton-handoff-list',
  imports: [CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport, HandoffRow],
  template: `
    <cdk-virtual-scroll-viewport role="list" [itemSize]="rowHeight" [minBufferPx]="480" [maxBufferPx]="960" (scrolledIndexChange)="reached($event)">
      <div class="item" role="listitem" *cdkVirtualFor="let row of shown(); trackBy: byId; templateCacheSize: 0">
        <baton-handoff-row [handoff]="row" [selected]="row.id === selectedId()" [link]="['/inbox', view(), row.id]" [showState]="showsState()" />
      </div>
    </cdk-virtual-scroll-viewport>
  `,
  styles: `
    :host {
      display: block;
      min-height: 0;
    }
    cdk-virtual-scroll-viewport {
      height: 100%;
      overscroll-behavior: contain;
    }
  `,
})
export class HandoffList {
  readonly view = input.required<InboxView>();
  readonly rows = input.required<readonly HandoffSummary[]>();
  readonly selectedId = input<string | null>(null);
  readonly more = output<void>();

  protected readonly rowHeight = ROW_HEIGHT_PX;
  protected readonly shown = computed(() => [...this.rows()]);
  protected readonly showsState = computed(() => this.view() !== 'mine' && this.view() !== 'unassigned');
  protected readonly byId = (_index: number, row: HandoffSummary): string => row.id;

  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  private before: readonly HandoffSummary[] = [];

  constructor() {
    effect(() => {
      const rows = this.rows();
      untracked(() => this.holdStill(rows));
      this.before = rows;
    });
    afterRenderEffect(() => {
      const id = this.selectedId();
      if (id) untracked(() => this.reveal(id));
    });
  }

  protected reached(firstIndex: number): void {
    const inSight = Math.ceil(this.viewport().getViewportSize() / ROW_HEIGHT_PX);
    if (firstIndex + inSight + ROWS_AHEAD >= this.rows().length) this.more.emit();
  }

  /** Rows came or went above: the one at the top stays where it was. */
  private holdStill(rows: readonly HandoffSummary[]): void {
    const offset = this.viewport().measureScrollOffset();
    if (offset < ROW_HEIGHT_PX) return;
    const top = this.before[Math.floor(offset / ROW_HEIGHT_PX)];
    const index = top ? rows.findIndex((row) => row.id === top.id) : -1;
    if (index >= 0) this.viewport().scrollToOffset(index * ROW_HEIGHT_PX + (offset % ROW_HEIGHT_PX));
  }

  /** Steps by keyboard keep the chosen row in sight. */
  private reveal(id: string): void {
    const index = this.rows().findIndex((row) => row.id === id);
    if (index < 0) return;
    const viewport = this.viewport();
    const top = index * ROW_HEIGHT_PX;
    const offset = viewport.measureScrollOffset();
    if (top < offset) viewport.scrollToOffset(top);
    else if (top + ROW_HEIGHT_PX > offset + viewport.getViewportSize()) viewport.scrollToOffset(top + ROW_HEIGHT_PX - viewport.getViewportSize());
  }
}
