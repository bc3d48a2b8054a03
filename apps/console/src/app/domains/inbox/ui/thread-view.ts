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
import type { Handoff, Suggestion, TeamMessage } from '#contracts';
import { BaAvatar, BaButton, BaIcon } from '#ui';
import { isOpen } from '../data/belongs';
import type { StreamingAnswer } from '../data/live-thread';
import { Moments } from '../data/moments';
import { type ThreadItem, withheldDraft } from '../data/thread';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';
import { HandoffCard } from './handoff-card';
import { LostAnswer } from './lost-answer';
import { MessageItem } from './message-item';
import { MessageText } from './message-text';
import { NoteItem } from './note-item';
import { OutgoingItem } from './outgoing-item';

/** Closer to the end than this counts as being there, in px. */
const AT_END_WITHIN_PX = 48;

/** The conversation. Whoever is at its end stays there, whatever grows; whoever reads above is not moved. */
@Component({
  selector: 'baton-thread-view',
  imports: [BaAvatar, BaButton, BaIcon, HandoffCard, LostAnswer, MessageItem, MessageText, NoteItem, OutgoingItem],
  template: `
    <div class="scroll" tabindex="0" role="log" [attr.aria-label]="t('thread.label')" #scroll (scroll)="scrolled()">
      <div #content>
        @if (hasEarlier()) {
          @if (earlierState() === 'failed') {
            <p class="earlier-failed" role="alert">
              {{ t('thread.earlierFailed') }} <button ba-button type="button" (click)="showEarlier()">{{ t('thread.again') }}</button>
            </p>
          } @else {
            <button ba-button look="ghost" class="earlier" type="button" [busy]="earlierState() === 'loading'" (click)="showEarlier()">
              {{ t('thread.earlier') }}
            </button>
          }
        }
        @for (item of items(); track item.id) {
          @switch (item.kind) {
            @case ('day') {
              <div class="day">{{ moments.dayName(item.at) }}</div>
            }
            @case ('unread') {
              <div class="unread">{{ t('thread.unread') }}</div>
            }
            @case ('message') {
              <baton-message-item
                [message]="item.message"
                [continues]="item.continues"
                [visitorName]="name()"
                [seen]="item.message.seq === seenSeq()"
                [pointedAt]="item.message.seq === pointedAt()"
                [linkable]="true"
                (copyLink)="copyLink.emit($event)"
              />
            }
            @case ('system') {
              <div class="system">{{ moments.timeOfDay(item.message.createdAt) }} · {{ systemLine(item.message) }}</div>
            }
            @case ('note') {
              <baton-note-item [note]="item.note" />
            }
            @case ('card') {
              <baton-handoff-card
                [handoff]="handoff()"
                [draft]="draft()"
                [visitorOnline]="visitorOnline()"
                [mayOpenRule]="mayOpenRule()"
                (insert)="insert.emit($event)"
              />
            }
            @case ('lost') {
              <baton-lost-answer [suggestion]="item.suggestion" [insertable]="isOpen()" (insert)="insert.emit($event)" />
            }
            @case ('outgoing') {
              <baton-outgoing-item
                [outgoing]="item.outgoing"
                [name]="myName()"
                (retry)="retry.emit()"
                (edit)="takeBack.emit(item.outgoing.clientId)"
              />
            }
          }
        }
        @if (streaming(); as streaming) {
          <div class="streaming" aria-live="off">
            <ba-avatar kind="ai" [name]="t('thread.ai')" [size]="26" />
            <div>
              <div class="head">
                <b>{{ t('thread.ai') }}</b>{{ t('thread.writing') }}
              </div>
              <baton-message-text [text]="streaming.text" />
            </div>
          </div>
        }
      </div>
    </div>
    @if (!atEnd()) {
      <button class="news" type="button" (click)="toEnd()">
        <ba-icon name="down" [size]="13" /> {{ newsCount() > 0 ? t('thread.news', { count: newsCount() }) : t('thread.toEnd') }}
      </button>
    }
  `,
  styles: `
    :host {
      position: relative;
      flex: 1;
      min-height: 0;
      display: flex;
    }
    .scroll {
      flex: 1;
      overflow: auto;
      overscroll-behavior: contain;
      padding: 20px 28px 8px;
    }
    .scroll:focus-visible {
      box-shadow: inset 0 0 0 2px var(--accent);
    }
    .earlier {
      display: flex;
      margin: 0 auto 16px;
    }
    .day {
      display: flex;
      align-items: center;
      gap: 12px;
      margin: 0 0 16px;
      font-size: 11px;
      color: var(--text-3);
    }
    .day::before,
    .day::after {
      content: '';
      flex: 1;
      height: 1px;
      background: var(--line);
    }
    .unread {
      display: flex;
      align-items: center;
      gap: 12px;
      margin: 2px 0 12px;
      font-size: 11px;
      font-weight: 500;
      color: var(--accent);
    }
    .unread::after {
      content: '';
      flex: 1;
      height: 1px;
      background: var(--accent);
      opacity: 0.5;
    }
    .earlier-failed {
      margin: 0 0 16px;
      text-align: center;
      color: var(--bad);
    }
    :host-context([data-density='compact']) .scroll {
      padding: 12px 20px 6px;
    }
    :host-context([data-density='compact']) :is(baton-message-item, baton-outgoing-item, baton-lost-answer, .system, .streaming) {
      margin-bottom: 8px;
    }
    :host-context([data-density='compact']) .continues {
      margin-top: -5px;
    }
    :host-context([data-density='compact']) :is(baton-handoff-card, baton-note-item, .day) {
      margin-bottom: 10px;
    }
    .system {
      margin: 0 0 14px 38px;
      font-size: 12px;
      color: var(--text-3);
      font-variant-numeric: tabular-nums;
    }
    .streaming {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr);
      column-gap: 10px;
      margin: 0 0 14px;
      max-width: 640px;
    }
    .head {
      margin-bottom: 2px;
      font-size: 12px;
      line-height: 16px;
      color: var(--text-3);
    }
    .head b {
      font-weight: 600;
      color: var(--ai);
      margin-right: 5px;
    }
    .news {
      position: absolute;
      left: 50%;
      bottom: 12px;
      translate: -50%;
      display: flex;
      gap: 6px;
      align-items: center;
      height: 28px;
      padding: 0 12px;
      cursor: pointer;
      border: 1px solid var(--line-strong);
      border-radius: 14px;
      background: var(--surface);
      color: var(--accent);
      font-weight: 500;
    }
    @media (max-width: 720px) {
      .scroll {
        padding: 16px 16px 8px;
      }
    }
  `,
})
export class ThreadView {
  readonly items = input.required<readonly ThreadItem[]>();
  readonly handoff = input.required<Handoff>();
  readonly suggestions = input.required<readonly Suggestion[]>();
  readonly streaming = input.required<StreamingAnswer | null>();
  readonly hasEarlier = input(false);
  readonly earlierState = input<'idle' | 'loading' | 'failed'>('idle');
  /** The visitor has read up to here. */
  readonly visitorReadSeq = input(0);
  readonly visitorOnline = input(true);
  readonly mayOpenRule = input(false);
  readonly myName = input('');
  /** The message a link leads to. */
  readonly pointedAt = input<number | null>(null);
  readonly insert = output<string>();
  readonly retry = output<void>();
  readonly takeBack = output<string>();
  readonly earlier = output<void>();
  readonly copyLink = output<number>();
  /** The end of the thread is in sight. */
  readonly readToEnd = output<void>();

  protected readonly t = inboxTexts();
  protected readonly moments = inject(Moments);
  private readonly wording = inject(Wording);
  private readonly scroll = viewChild.required<ElementRef<HTMLElement>>('scroll');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  private readonly end = signal(true);
  private readonly news = signal(0);
  /** Where the thread was put when it last went to its end. */
  private stuckAt = 0;
  /** The height below the top edge before earlier messages came in above. */
  private heightBelow: number | null = null;
  private lastId = '';
  /** Once: whoever scrolls away from where a link led wants to. */
  private pointed: number | null = null;

  protected readonly atEnd = this.end.asReadonly();
  protected readonly newsCount = this.news.asReadonly();
  protected readonly name = computed(() => this.wording.visitor(this.handoff().visitor));
  protected readonly isOpen = computed(() => isOpen(this.handoff()));
  protected readonly draft = computed(() => withheldDraft(this.suggestions()));
  /** The last word of the team that the visitor has read. */
  protected readonly seenSeq = computed(() => {
    const read = this.items().flatMap((item) => (item.kind === 'message' && item.message.author.kind === 'agent' ? [item.message.seq] : []));
    const last = read.at(-1);
    return last !== undefined && last <= this.visitorReadSeq() ? last : null;
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterRenderEffect(() => {
      const items = this.items();
      this.streaming();
      untracked(() => this.settle(items));
    });
    afterRenderEffect(() => {
      const seq = this.pointedAt();
      if (seq === null || seq === this.pointed) return;
      if (this.items().some(({ id }) => id === `seq-${seq}`)) untracked(() => this.point(seq));
    });
    afterNextRender(() => {
      if (typeof ResizeObserver === 'undefined') return;
      // The composer grows, a keyboard opens, something unfolds: the end stays in sight all the same.
      const observer = new ResizeObserver(() => this.isStillAtEnd() && this.stickToEnd());
      observer.observe(this.scroll().nativeElement);
      observer.observe(this.content().nativeElement);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  protected systemLine(message: TeamMessage): string {
    return this.wording.systemLine(message.event, message.text);
  }

  protected scrolled(): void {
    const element = this.scroll().nativeElement;
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_WITHIN_PX;
    if (isAtEnd !== this.end()) this.end.set(isAtEnd);
    if (isAtEnd) this.seen();
  }

  protected showEarlier(): void {
    const element = this.scroll().nativeElement;
    this.heightBelow = element.scrollHeight - element.scrollTop;
    this.earlier.emit();
  }

  /** For when somebody comes back to a page that has stood at its end. */
  tellWhetherRead(): void {
    if (this.end()) this.seen();
  }

  protected toEnd(): void {
    this.stickToEnd();
    this.end.set(true);
    this.seen();
  }

  private stickToEnd(): void {
    const element = this.scroll().nativeElement;
    element.scrollTop = element.scrollHeight;
    this.stuckAt = element.scrollTop;
  }

  /** Whoever has just scrolled up has left, though the browser tells of it only with the next frame. */
  private isStillAtEnd(): boolean {
    if (this.end() && this.stuckAt - this.scroll().nativeElement.scrollTop >= AT_END_WITHIN_PX) this.scrolled();
    return this.end();
  }

  private settle(items: readonly ThreadItem[]): void {
    const element = this.scroll().nativeElement;
    const lastId = items.at(-1)?.id ?? '';
    const isNew = lastId !== this.lastId;
    const before = items.findLastIndex(({ id }) => id === this.lastId);
    this.lastId = lastId;
    if (this.heightBelow !== null && !isNew) {
      element.scrollTop = element.scrollHeight - this.heightBelow;
      this.heightBelow = null;
    } else if (this.isStillAtEnd()) this.toEnd();
    else if (isNew && before !== -1) this.news.update((count) => count + items.slice(before + 1).filter(isSaid).length);
  }

  private point(seq: number): void {
    this.pointed = seq;
    const element = this.scroll().nativeElement;
    const item = element.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
    if (!item || typeof item.scrollIntoView !== 'function') return;
    this.end.set(false);
    item.scrollIntoView({ block: 'center' });
    this.scrolled();
  }

  private seen(): void {
    this.news.set(0);
    this.readToEnd.emit();
  }
}

const isSaid = ({ kind }: ThreadItem): boolean => kind === 'message' || kind === 'note';
