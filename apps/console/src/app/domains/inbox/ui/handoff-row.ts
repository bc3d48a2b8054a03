import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandoffSummary } from '#contracts';
import { BaAvatar, BaChip, BaIcon, BaTime } from '#ui';
import { isOpen } from '../data/belongs';
import { earlierHit, placeOfHit } from '../data/earlier-hit';
import { aroundHit, isHit } from '../data/highlights';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';
import { Highlighted } from './highlighted';
import { Pressure } from './pressure';

/** One handoff in a list: who, what they said last, why they are here, how long they wait. */
@Component({
  selector: 'baton-handoff-row',
  imports: [RouterLink, BaAvatar, BaChip, BaIcon, BaTime, Highlighted, Pressure],
  template: `
    <a
      [routerLink]="link()"
      [fragment]="foundAt()"
      queryParamsHandling="preserve"
      [class.selected]="selected()"
      [class.unread]="isUnread()"
      [attr.aria-current]="selected() || null"
    >
      <ba-avatar class="face" [name]="name()" />
      <span class="title">
        <baton-highlighted class="name" [text]="name()" [words]="words()" />
        @if (isUnread()) {
          <span class="dot"></span><span class="ba-hidden-text">{{ t('row.unread') }}</span>
        }
      </span>
      <ba-time class="when" [at]="handoff().lastActivityAt" />
      <span class="preview">
        @if (unsent()) {
          <span class="unsent"><ba-icon name="warning" [size]="11" />{{ t('row.notSent', { text: unsent() }) }}</span>
        } @else if (draft(); as draft) {
          <span class="draft"><ba-icon name="edit" [size]="11" />{{ draft }}</span>
        } @else {
          <baton-highlighted [text]="preview()" [words]="words()" />
        }
      </span>
      <span class="foot">
        <ba-chip>{{ chip() }}</ba-chip>
        <span class="state">{{ state() ?? site() ?? handoff().website.name }}</span>
      </span>
      <span class="pressure"><baton-pressure [handoff]="handoff()" /></span>
    </a>
  `,
  styles: `
    :host {
      display: block;
      height: 100%;
    }
    a {
      position: relative;
      display: grid;
      grid-template: auto auto auto / auto minmax(0, 1fr) auto;
      grid-template-areas:
        'face title when'
        'face preview preview'
        'face foot pressure';
      align-content: center;
      column-gap: 10px;
      height: 100%;
      padding: 0 14px 0 12px;
      border-bottom: 1px solid var(--line);
      border-left: 2px solid transparent;
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--hover);
    }
    a.selected {
      background: var(--accent-soft);
      border-left-color: var(--accent);
    }
    a:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
      box-shadow: none;
    }
    .face {
      grid-area: face;
      align-self: start;
      margin-top: 2px;
    }
    .title {
      grid-area: title;
      display: flex;
      gap: 6px;
      align-items: center;
      min-width: 0;
    }
    .name,
    .preview,
    .state {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .name {
      font-weight: 450;
    }
    .unread .name {
      font-weight: 650;
    }
    .dot {
      flex: none;
      width: 6px;
      height: 6px;
      border-radius: 50%;
      background: var(--accent);
    }
    .when {
      grid-area: when;
      justify-self: end;
      color: var(--text-3);
      font-size: 12px;
    }
    .selected .when {
      color: var(--text-2);
    }
    .preview {
      grid-area: preview;
      color: var(--text-2);
    }
    .draft {
      color: var(--accent);
    }
    .unsent {
      color: var(--bad);
    }
    :is(.draft, .unsent) ba-icon {
      margin-right: 5px;
      vertical-align: -1px;
    }
    .foot {
      grid-area: foot;
      display: flex;
      gap: 6px;
      align-items: center;
      min-width: 0;
      margin-top: 3px;
    }
    .pressure {
      grid-area: pressure;
      justify-self: end;
      display: flex;
      align-items: center;
      margin-top: 3px;
    }
    .state {
      min-width: 0;
      font-size: 11px;
      color: var(--text-3);
    }
    .selected .state {
      color: var(--text-2);
    }
    ba-chip {
      flex: none;
      display: block;
      max-width: 62%;
    }
    /* Two lines in place of three: why one is here moves up beside the name, the wait down beside the words. */
    :host-context([data-density='compact']) a {
      grid-template: auto auto / auto minmax(0, 1fr) fit-content(42%) auto;
      grid-template-areas:
        'face title foot when'
        'face preview preview pressure';
      column-gap: 8px;
    }
    :host-context([data-density='compact']) .face {
      align-self: center;
      margin: 0;
      zoom: 0.82;
    }
    :host-context([data-density='compact']) .foot,
    :host-context([data-density='compact']) .pressure {
      margin: 0;
    }
    :host-context([data-density='compact']) .pressure {
      margin-right: -7px;
    }
    :host-context([data-density='compact']) .state {
      display: none;
    }
    :host-context([data-density='compact']) ba-chip {
      max-width: 100%;
    }
  `,
})
export class HandoffRow {
  readonly handoff = input.required<HandoffSummary>();
  readonly selected = input(false);
  readonly link = input.required<readonly string[]>();
  /** In a list of all states the row says which one it is in. */
  readonly showState = input(false);
  /** What the website is called among the others; nothing where there is one. */
  readonly site = input<string>();
  /** What the list was searched for. */
  readonly words = input('');
  /** A reply that was begun here and not sent. */
  readonly begun = input('');
  /** A reply that was sent and has not arrived. */
  readonly unsent = input('');

  protected readonly t = inboxTexts();
  private readonly wording = inject(Wording);

  protected readonly name = computed(() => this.wording.visitor(this.handoff().visitor));
  protected readonly chip = computed(() => this.wording.chip(this.handoff()));
  protected readonly isUnread = computed(() => isOpen(this.handoff()) && this.handoff().teamReadSeq < this.handoff().lastSeq);
  protected readonly draft = computed(() => (this.begun() && this.words() === '' ? this.t('row.draftOf', { text: this.begun() }) : ''));
  protected readonly foundAt = computed(() => placeOfHit(this.handoff(), this.words()));
  protected readonly preview = computed(() => {
    const { lastMessage, visitor } = this.handoff();
    const words = this.words();
    const found = earlierHit(this.handoff(), words);
    if (found) return this.spoken(found.author, aroundHit(found.text, words));
    // Found by an address that the row does not show: then it does.
    if (!isHit(this.name(), words) && !isHit(lastMessage?.text, words) && isHit(visitor.email, words)) return visitor.email!;
    return lastMessage ? this.spoken(lastMessage.author, aroundHit(lastMessage.text, words)) : this.t('row.noMessage');
  });
  protected readonly state = computed(() => {
    const { status, assignee } = this.handoff();
    if (!this.showState() || status === 'pending') return null;
    return assignee && status === 'claimed' ? assignee.name : this.wording.status(this.handoff());
  });

  private spoken(author: NonNullable<HandoffSummary['lastMessage']>['author'], text: string): string {
    if (author === 'ai') return this.t('row.ai', { text });
    return author === 'agent' ? this.t('row.team', { text }) : text;
  }
}
