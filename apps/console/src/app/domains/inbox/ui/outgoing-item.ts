import { Component, computed, input, output } from '@angular/core';
import { BaAvatar, BaButton } from '#ui';
import type { OutgoingMessage } from '../data/outgoing';
import { refusalSentence } from '../data/refusals';
import { inboxTexts } from '../texts';
import { Fold } from './fold';
import { MessageText } from './message-text';

/** A reply on its way, or stuck there with a way out. */
@Component({
  selector: 'baton-outgoing-item',
  imports: [BaAvatar, BaButton, Fold, MessageText],
  template: `
    <ba-avatar kind="agent" [name]="name()" [size]="26" />
    <div>
      <div class="head">
        <b>{{ name() }}</b>{{ outgoing().state === 'failed' ? '' : t('thread.sending') }}
      </div>
      <baton-fold [text]="outgoing().text" [lines]="16"><baton-message-text [text]="outgoing().text" /></baton-fold>
      @if (outgoing().state === 'failed') {
        <div class="failed" role="alert">
          <span>{{ t('thread.notSent', { problem: problem() }) }}</span>
          <button ba-button type="button" (click)="retry.emit()">{{ t('thread.retry') }}</button>
          <button ba-button look="ghost" type="button" (click)="edit.emit()">{{ t('thread.edit') }}</button>
        </div>
      }
    </div>
  `,
  host: { '[class.stuck]': "outgoing().state === 'failed'" },
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
      color: var(--accent);
      margin-right: 5px;
    }
    :host(:not(.stuck)) baton-message-text {
      color: var(--text-2);
    }
    .failed {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      align-items: center;
      margin-top: 6px;
      color: var(--bad);
      font-size: 12px;
      font-weight: 500;
    }
    .failed span {
      margin-right: 4px;
    }
  `,
})
export class OutgoingItem {
  readonly outgoing = input.required<OutgoingMessage>();
  readonly name = input.required<string>();
  readonly retry = output<void>();
  readonly edit = output<void>();

  protected readonly t = inboxTexts();
  protected readonly problem = computed(() => {
    const { problem } = this.outgoing();
    return problem === 'page_closed' || problem === null ? this.t('thread.pageClosed') : refusalSentence(problem, this.t);
  });
}
