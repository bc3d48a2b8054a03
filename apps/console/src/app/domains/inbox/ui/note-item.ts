import { Component, computed, inject, input } from '@angular/core';
import type { Note } from '#contracts';
import { BaAvatar } from '#ui';
import { Moments } from '../data/moments';
import { inboxTexts } from '../texts';
import { Fold } from './fold';
import { MessageText } from './message-text';

/** A note of the team: yellow, and it says so. */
@Component({
  selector: 'baton-note-item',
  imports: [BaAvatar, Fold, MessageText],
  template: `
    <ba-avatar [name]="note().author.name" [size]="26" />
    <div>
      <div class="head">
        <b>{{ note().author.name }}</b><time [attr.datetime]="note().createdAt" [title]="fullTime()">{{ time() }}</time> · {{ t('thread.noteHead') }}
      </div>
      <baton-fold [text]="note().body" [lines]="16"><baton-message-text [text]="note().body" /></baton-fold>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr);
      column-gap: 10px;
      margin: 0 0 14px;
      max-width: 640px;
      padding: 10px 12px;
      border-radius: var(--r-m);
      background: var(--note);
      box-shadow: inset 0 0 0 1px var(--note-line);
    }
    .head {
      margin-bottom: 2px;
      font-size: 12px;
      line-height: 16px;
      color: var(--text-2);
    }
    .head b {
      font-weight: 600;
      color: var(--text);
      margin-right: 5px;
    }
  `,
})
export class NoteItem {
  readonly note = input.required<Note>();

  protected readonly t = inboxTexts();
  private readonly moments = inject(Moments);
  protected readonly time = computed(() => this.moments.timeOfDay(this.note().createdAt));
  protected readonly fullTime = computed(() => this.moments.full(this.note().createdAt));
}
