import { Component, input, output } from '@angular/core';
import type { Suggestion } from '#contracts';
import { BaAvatar, BaButton } from '#ui';
import { inboxTexts } from '../texts';
import { MessageText } from './message-text';

/** What the AI would have said if a person had not taken over first; the visitor never saw it. */
@Component({
  selector: 'baton-lost-answer',
  imports: [BaAvatar, BaButton, MessageText],
  template: `
    <ba-avatar kind="ai" [name]="t('thread.ai')" [size]="26" />
    <div>
      <div class="head">
        <b>{{ t('thread.ai') }}</b>{{ t('thread.lost') }}
      </div>
      <div class="draft"><baton-message-text [text]="suggestion().text" /></div>
      @if (insertable()) {
        <button ba-button look="ai" type="button" (click)="insert.emit(suggestion().text)">{{ t('thread.insert') }}</button>
      }
    </div>
  `,
  styles: `
    :host {
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
    .draft {
      padding-left: 10px;
      border-left: 2px solid var(--ai);
      color: var(--text-2);
    }
    button {
      margin-top: 6px;
      height: 24px;
      font-size: 12px;
    }
  `,
})
export class LostAnswer {
  readonly suggestion = input.required<Suggestion>();
  /** Whether there is still a reply to put it into. */
  readonly insertable = input(true);
  readonly insert = output<string>();

  protected readonly t = inboxTexts();
}
