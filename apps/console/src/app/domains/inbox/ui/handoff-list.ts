import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { HandoffSummary, InboxView } from '#contracts';
import { BaButton, BaSkeleton } from '#ui';
import { Drafts } from '../data/drafts';
import { Outboxes } from '../data/outboxes';
import { inboxTexts } from '../texts';
import { HandoffRow } from './handoff-row';

/** Until the rows have been measured. */
const USUAL_ROW_PX = 83;
const USUAL_HEIGHT_PX = 800;
/** Drawn above and below what is in sight, so that scrolling does not show bare ground. */
const SPARE_ROWS = 6;
/** The next page is asked for this many rows before the end. */
const ROWS_AHEAD = 30;

/**
 * The rows of a view. Only those in sight are drawn, however many there are, and what happens above them never moves what one
 * is looking at. Scrolling within one row changes nothing here; a row that changes redraws itself alone.
 */
@Component({
  selector: 'baton-handoff-list',
  imports: [BaButton, BaSkeleton, HandoffRow],
  template: `
    <div class="scroll" #scroll>
      <div class="measure" #measure></div>
      <div class="all" role="list" [style.height.px]="rows().length * rowPx()">
        @for (drawn of drawn(); track drawn.row.id) {
          <div
            class="item"
            role="listitem"
            [attr.aria-setsize]="hasMore() ? -1 : rows().length"
            [attr.aria-posinset]="drawn.index + 1"
            [style.transform]="'translateY(' + drawn.index * rowPx() + 'px)'"
            (focusin)="focused.set(drawn.row.id)"
            (focusout)="focused.set(null)"
          >
            <baton-handoff-row
              [handoff]="drawn.row"
              [selected]="drawn.row.id === selectedId()"
              [link]="['/inbox', view(), drawn.row.id]"
              [showState]="showsState()"
              [site]="sites()[drawn.row.website.id]"
              [words]="words()"
              [begun]="drafts.begunReply(drawn.row.sessionId)"
              [unsent]="outboxes.stuckIn(drawn.row.sessionId)"
            />
          </div>
        }
      </div>
      @switch (moreState()) {
        @case ('loading') {
          <ba-skeleton shape="rows" [count]="2" />
        }
        @case ('failed') {
          <p class="failed" role="alert">
            {{ t('list.moreFailed') }} <button ba-button type="button" (click)="more.emit()">{{ t('list.again') }}</button>
          </p>
        }
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-height: 0;
    }
    .scroll {
      height: 100%;
      overflow: auto;
      overscroll-behavior: contain;
      overflow-anchor: none;
    }
    .measure {
      position: absolute;
      visibility: hidden;
      height: 83px;
    }
    :host-context([data-density='compact']) .measure {
      height: 58px;
    }
    .all {
      position: relative;
      contain: strict;
    }
    .item {
      position: absolute;
      inset: 0 0 auto;
      height: 83px;
    }
    :host-context([data-density='compact']) .item {
      height: 58px;
    }
    .failed {
      margin: 0;
      padding: 12px 14px;
      color: var(--bad);
    }
  `,
})
export class HandoffList {
  readonly view = input.required<InboxView>();
  readonly rows = input.required<readonly HandoffSummary[]>();
  readonly selectedId = input<string | null>(null);
  /** What websites are called in a row, by their ids. */
  readonly sites = input<Readonly<Record<string, string>>>({});
  readonly words = input('');
  readonly hasMore = input(false);
  readonly moreState = input<'idle' | 'loading' | 'failed'>('idle');
  readonly more = output<void>();

  protected readonly t = inboxTexts();
  protected readonly drafts = inject(Drafts);
  protected readonly outboxes = inject(Outboxes);
  private readonly scroll = viewChild.required<ElementRef<HTMLElement>>('scroll');
  private readonly measure = viewChild.required<ElementRef<HTMLElement>>('measure');

  protected readonly rowPx = signal(USUAL_ROW_PX);
  private readonly heightPx = signal(USUAL_HEIGHT_PX);
  /** The row at the upper edge; changes once a row is scrolled past, not with every pixel. */
  private readonly top = signal(0);
  /** Whoever has the focus stays, so that it is not lost by scrolling. */
  protected readonly focused = signal<string | null>(null);

  protected readonly showsState = computed(() => this.view() !== 'mine' && this.view() !== 'unassigned');
  private readonly last = computed(() => this.top() + Math.ceil(this.heightPx() / this.rowPx()) + SPARE_ROWS);
  protected readonly drawn = computed(() => {
    const rows = this.rows();
    const first = Math.max(0, this.top() - SPARE_ROWS);
    const drawn = rows.slice(first, this.last() + 1).map((row, at) => ({ row, index: first + at }));
    const focused = this.focused();
    if (focused === null || drawn.some(({ row }) => row.id === focused)) return drawn;
    const index = rows.findIndex(({ id }) => id === focused);
    return index === -1 ? drawn : [...drawn, { row: rows[index]!, index }];
  });

  private before: readonly HandoffSummary[] = [];
  private beforeRowPx = USUAL_ROW_PX;
  private offset = 0;
  private revealed: string | null = null;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const element = this.scroll().nativeElement;
      // Listened to without Angular, which would look for changes at every pixel.
      element.addEventListener('scroll', () => this.scrolled(), { passive: true });
      if (typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(() => this.measured());
      observer.observe(element);
      observer.observe(this.measure().nativeElement);
      destroyed.onDestroy(() => observer.disconnect());
    });
    afterRenderEffect(() => {
      const [rows, rowPx] = [this.rows(), this.rowPx()];
      untracked(() => this.holdStill(rows, rowPx));
    });
    afterRenderEffect(() => {
      const [id, rows] = [this.selectedId(), this.rows()];
      untracked(() => this.reveal(id, rows));
    });
    afterRenderEffect(() => {
      if (this.hasMore() && this.moreState() === 'idle' && this.last() + ROWS_AHEAD >= this.rows().length) this.more.emit();
    });
  }

  private scrolled(): void {
    // A list that is not shown says 0, which is nobody's wish.
    if (this.scroll().nativeElement.clientHeight === 0) return;
    this.offset = this.scroll().nativeElement.scrollTop;
    this.top.set(Math.floor(this.offset / this.rowPx()));
  }

  private measured(): void {
    const { clientHeight } = this.scroll().nativeElement;
    const rowPx = this.measure().nativeElement.offsetHeight;
    if (clientHeight === 0 || rowPx === 0) return;
    this.heightPx.set(clientHeight);
    this.rowPx.set(rowPx);
    // Some browsers forget where a list was while it was not shown.
    if (this.scroll().nativeElement.scrollTop !== this.offset) this.scrollTo(this.offset);
  }

  /** Rows came or went above, or became higher: the one at the top stays where it was. */
  private holdStill(rows: readonly HandoffSummary[], rowPx: number): void {
    const [before, beforePx] = [this.before, this.beforeRowPx];
    this.before = rows;
    this.beforeRowPx = rowPx;
    if (this.offset < beforePx) return;
    const at = Math.floor(this.offset / beforePx);
    // The one at the top may be the one that went; then the next stays.
    const known = new Map(rows.map(({ id }, index) => [id, index]));
    for (let still = at; still < Math.min(before.length, at + SPARE_ROWS); still++) {
      const index = known.get(before[still]!.id);
      if (index === undefined) continue;
      const offset = (index - (still - at)) * rowPx + (this.offset % beforePx) * (rowPx / beforePx);
      if (Math.abs(offset - this.offset) >= 1) this.scrollTo(offset);
      return;
    }
  }

  /** Steps by keyboard, and links from elsewhere, bring the chosen row into sight; once, for whoever scrolls away wants to. */
  private reveal(id: string | null, rows: readonly HandoffSummary[]): void {
    if (id === this.revealed) return;
    const index = id === null ? -1 : rows.findIndex((row) => row.id === id);
    if (id !== null && index === -1) return;
    this.revealed = id;
    if (index === -1) return;
    const [top, height, rowPx] = [index * this.rowPx(), this.scroll().nativeElement.clientHeight, this.rowPx()];
    if (top < this.offset) this.scrollTo(top);
    else if (height > 0 && top + rowPx > this.offset + height) this.scrollTo(top + rowPx - height);
  }

  private scrollTo(offset: number): void {
    this.scroll().nativeElement.scrollTop = offset;
    this.offset = Math.max(0, offset);
    this.top.set(Math.floor(this.offset / this.rowPx()));
  }
}
