import { Component, computed, input } from '@angular/core';
import type { TeamMessage } from '#contracts';
import { BaAvatar, BaMeter } from '#ui';
import { fullTime, timeOfDay } from '../data/durations';
import { MessageText } from './message-text';

/** One message: grey for the visitor, violet for the AI, green for the team; the name says it too. */
@Component({
  selector: 'baton-message-item',
  imports: [BaAvatar, BaMeter, MessageText],
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
      <baton-message-text [text]="message().text" />
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
        <div class="source">Seen by the visitor</div>
      }
    </div>
  `,
  host: { '[attr.data-kind]': 'message().author.kind', '[class.continues]': 'continues()', '[attr.data-seq]': 'message().seq' },
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

  protected readonly avatarKind = computed(() =>
    this.message().author.kind === 'system' ? 'visitor' : (this.message().author.kind as 'visitor' | 'ai' | 'agent'),
  );
  protected readonly author = computed(() => {
    const { kind, name } = this.message().author;
    if (kind === 'visitor') return this.visitorName();
    return kind === 'ai' ? 'AI' : (name ?? 'Team');
  });
  protected readonly time = computed(() => timeOfDay(this.message().createdAt));
  protected readonly fullTime = computed(() => fullTime(this.message().createdAt));
  protected readonly sources = computed(() => (this.message().ai?.sources ?? []).map(({ title }) => title).join(', '));
}
