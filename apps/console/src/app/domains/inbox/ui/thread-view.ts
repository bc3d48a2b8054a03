import { afterRenderEffect, Component, computed, ElementRef, input, output, signal, untracked, viewChild } from '@angular/core';
import type { Handoff, Suggestion, TeamMessage } from '#contracts';
import { BaAvatar, BaButton, BaIcon } from '#ui';
import { dayName, timeOfDay } from '../data/durations';
import type { StreamingAnswer } from '../data/live-thread';
import { type ThreadItem, withheldDraft } from '../data/thread';
import { systemLine, visitorName } from '../data/wording';
import { HandoffCard } from './handoff-card';
import { LostAnswer } from './lost-answer';
import { MessageItem } from './message-item';
import { MessageText } from './message-text';
import { NoteItem } from './note-item';
import { OutgoingItem } from './outgoing-item';

/** Closer to the end than this counts as being there, in px. */
const AT_END_WITHIN_PX = 48;

/** The conversation. Whoever is at its end stays there; whoever reads above is not moved. */
@Component({
  selector: 'baton-thread-view',
  imports: [BaAvatar, BaButton, BaIcon, HandoffCard, LostAnswer, MessageItem, MessageText, NoteItem, OutgoingItem],
  template: `
    <div class="scroll" tabindex="0" role="log" aria-label="Conversation" #scroll (scroll)="scrolled()">
      @if (hasEarlier()) {
        <button ba-button look="ghost" class="earlier" type="button" (click)="showEarlier()">Show earlier messages</button>
      }
      @for (item of items(); track item.id) {
        @switch (item.kind) {
          @case ('day') {
            <div class="day">{{ dayName(item.at) }}</div>
          }
          @case ('message') {
            <baton-message-item
              [message]="item.message"
              [continues]="item.continues"
              [visitorName]="name()"
              [seen]="item.message.seq === seenSeq()"
            />
          }
          @case ('system') {
            <div class="system">{{ timeOfDay(item.message.createdAt) }} · {{ systemLine(item.message) }}</div>
          }
          @case ('note') {
            <baton-note-item [note]="item.note" />
          }
          @case ('card') {
            <baton-handoff-card [handoff]="handoff()" [draft]="draft()" (insert)="insert.emit($event)" />
          }
          @case ('lost') {
            <baton-lost-answer [suggestion]="item.suggestion" (insert)="insert.emit($event)" />
          }
          @case ('outgoing') {
            <baton-outgoing-item
              [outgoing]="item.outgoing"
              [name]="myName()"
              (retry)="retry.emit(item.outgoing.clientId)"
              (edit)="takeBack.emit(item.outgoing.clientId)"
            />
          }
        }
      }
      @if (streaming(); as streaming) {
        <div class="streaming" aria-live="off">
          <ba-avatar kind="ai" name="AI" [size]="26" />
          <div>
            <div class="head"><b>AI</b>is writing</div>
            <baton-message-text [text]="streaming.text" />
          </div>
        </div>
      }
    </div>
    @if (!atEnd() && hasNews()) {
      <button class="news" type="button" (click)="toEnd()"><ba-icon name="down" [size]="13" /> New messages</button>
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
  /** The visitor has read up to here. */
  readonly visitorReadSeq = input(0);
  readonly myName = input('');
  readonly insert = output<string>();
  readonly retry = output<string>();
  readonly takeBack = output<string>();
  readonly earlier = output<void>();
  /** The end of the thread is in sight. */
  readonly readToEnd = output<void>();

  private readonly scroll = viewChild.required<ElementRef<HTMLElement>>('scroll');
  private readonly end = signal(true);
  private readonly news = signal(false);
  /** The height below the top edge before earlier messages came in above. */
  private heightBelow: number | null = null;
  private lastId = '';

  protected readonly atEnd = this.end.asReadonly();
  protected readonly hasNews = this.news.asReadonly();
  protected readonly name = computed(() => visitorName(this.handoff().visitor));
  protected readonly draft = computed(() => withheldDraft(this.suggestions()));
  protected readonly dayName = dayName;
  protected readonly timeOfDay = timeOfDay;
  /** The last word of the team that the visitor has read. */
  protected readonly seenSeq = computed(() => {
    const read = this.items().flatMap((item) => (item.kind === 'message' && item.message.author.kind === 'agent' ? [item.message.seq] : []));
    const last = read.at(-1);
    return last !== undefined && last <= this.visitorReadSeq() ? last : null;
  });

  constructor() {
    afterRenderEffect(() => {
      const last = this.items().at(-1)?.id ?? '';
      this.streaming();
      untracked(() => this.settle(last));
    });
  }

  protected systemLine(message: TeamMessage): string {
    return systemLine(message.event, message.text);
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
    const element = this.scroll().nativeElement;
    element.scrollTop = element.scrollHeight;
    this.end.set(true);
    this.seen();
  }

  private settle(lastId: string): void {
    const element = this.scroll().nativeElement;
    const isNew = lastId !== this.lastId;
    this.lastId = lastId;
    if (this.heightBelow !== null && !isNew) {
      element.scrollTop = element.scrollHeight - this.heightBelow;
      this.heightBelow = null;
    } else if (this.end()) this.toEnd();
    else if (isNew) this.news.set(true);
  }

  private seen(): void {
    this.news.set(false);
    this.readToEnd.emit();
  }
}
