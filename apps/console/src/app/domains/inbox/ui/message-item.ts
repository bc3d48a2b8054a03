import { Component, computed, inject, input, output } from '@angular/core';
import type { TeamMessage } from '#contracts';
import { BaAvatar, BaIcon, BaMeter } from '#ui';
import { Moments } from '../data/moments';
import { inboxTexts } from '../texts';
import { Fold } from './fold';
import { MessageText } from './message-text';

/** One message: grey for the visitor, violet for the AI, green for the team; the name says it too. */
@Component({
  selector: 'baton-message-item',
  imports: [BaAvatar, BaIcon, BaMeter, Fold, MessageText],
  template: `
    @if (continues()) {
      <span></span>
    } @else {
      <ba-avatar [kind]="avatarKind()" [name]="author()" [size]="26" />
    }
    <div class="body">
      @if (!continues()) {
        <div class="head">
          <b>{{ author() }}</b><time [attr.datetime]="message().createdAt" [title]="fullTime()">{{ time() }}</time>
        </div>
      }
      @if (linkable()) {
        <button
          class="link"
          type="button"
          [attr.aria-label]="t('thread.copyMessage', { seq: message().seq })"
          [title]="t('thread.copyMessage', { seq: message().seq })"
          (click)="copyLink.emit(message().seq)"
        >
          <ba-icon name="link" [size]="12" />
        </button>
      }
      <baton-fold [text]="message().text" [lines]="16"><baton-message-text [text]="message().text" /></baton-fold>
      @if (message().attachments.length > 0) {
        <ul class="files">
          @for (file of message().attachments; track file.id) {
            <li>
              <a class="ba-link" [href]="file.url" target="_blank" rel="noopener">{{ file.name }}</a>
            </li>
          }
        </ul>
      }
      @if (message().ai; as ai) {
        @if (ai.confidence !== null || ai.sources.length > 0) {
          <div class="source">
            @if (ai.confidence !== null) {
              <ba-meter [value]="ai.confidence" />
            }
            @if (sources()) {
              <span>{{ ai.confidence === null ? '' : '· ' }}{{ sources() }}</span>
            }
          </div>
        }
      }
      @if (seen()) {
        <div class="source">{{ t('thread.seen') }}</div>
      }
    </div>
  `,
  host: {
    '[attr.data-kind]': 'message().author.kind',
    '[class.continues]': 'continues()',
    '[class.pointed-at]': 'pointedAt()',
    '[attr.data-seq]': 'message().seq',
  },
  styles: `
    :host {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr);
      column-gap: 10px;
      margin: 0 0 14px;
      max-width: 640px;
    }
    :host(.continues) {
      margin-top: -8px;
    }
    .head {
      font-size: 12px;
      line-height: 16px;
      color: var(--text-3);
      margin-bottom: 2px;
    }
    .head b {
      font-weight: 600;
      color: var(--text);
      margin-right: 5px;
    }
    :host([data-kind='ai']) .head b {
      color: var(--ai);
    }
    :host([data-kind='agent']) .head b {
      color: var(--accent);
    }
    .source {
      display: flex;
      gap: 5px;
      align-items: center;
      margin-top: 4px;
      font-size: 11px;
      color: var(--text-3);
    }
    .body {
      position: relative;
      min-width: 0;
    }
    .link {
      position: absolute;
      top: -4px;
      right: -34px;
      display: grid;
      place-items: center;
      width: 26px;
      height: 26px;
      padding: 0;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      color: var(--text-3);
      opacity: 0;
      cursor: pointer;
    }
    :host(:hover) .link,
    .link:focus-visible {
      opacity: 1;
    }
    .link:hover {
      background: var(--hover);
      color: var(--text);
    }
    :host(.pointed-at) {
      border-radius: var(--r-s);
      box-shadow: 0 0 0 6px var(--accent-soft);
      background: var(--accent-soft);
    }
    /* Where nothing hovers it would stand beside every message. */
    @media (hover: none) {
      .link {
        display: none;
      }
    }
    .files {
      margin: 4px 0 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class MessageItem {
  readonly message = input.required<TeamMessage>();
  readonly visitorName = input.required<string>();
  /** The same author goes on: no head of its own. */
  readonly continues = input(false);
  /** The visitor has read this far. */
  readonly seen = input(false);
  /** A link leads here. */
  readonly pointedAt = input(false);
  /** Whether a link to it can be had. */
  readonly linkable = input(false);
  readonly copyLink = output<number>();

  protected readonly t = inboxTexts();
  private readonly moments = inject(Moments);

  protected readonly avatarKind = computed(() =>
    this.message().author.kind === 'system' ? 'visitor' : (this.message().author.kind as 'visitor' | 'ai' | 'agent'),
  );
  protected readonly author = computed(() => {
    const { kind, name } = this.message().author;
    if (kind === 'visitor') return this.visitorName();
    return kind === 'ai' ? this.t('thread.ai') : (name ?? this.t('thread.team'));
  });
  protected readonly time = computed(() => this.moments.timeOfDay(this.message().createdAt));
  protected readonly fullTime = computed(() => this.moments.full(this.message().createdAt));
  protected readonly sources = computed(() => (this.message().ai?.sources ?? []).map(({ title }) => title).join(', '));
}
