import { Component, computed, ElementRef, inject, resource, viewChild, effect } from '@angular/core';
import type { AuthorKind } from '#contracts';
import { BaCallout, BaDialog, BaSkeleton, BaTime, DIALOG_DATA } from '#ui';
import { problemOf } from '../../../editing/problem';
import { PastSessions } from '../data/past-sessions';
import { rulesTexts } from '../texts';

export interface TranscriptPlace {
  readonly sessionId: string;
  readonly seq: number;
}

/** A past conversation, open at the message in question. */
@Component({
  imports: [BaCallout, BaDialog, BaSkeleton, BaTime],
  template: `
    <ba-dialog [heading]="t('transcript.heading')">
      @if (problem(); as problem) {
        <ba-callout tone="bad">{{ t('transcript.failed') }}. {{ problem }}</ba-callout>
      } @else if (!messages()) {
        <ba-skeleton [count]="5" />
      } @else {
        <ol #list>
          @for (message of messages(); track message.seq) {
            <li
              [class.here]="message.seq === place.seq"
              [attr.data-kind]="message.author.kind"
              [attr.aria-current]="message.seq === place.seq || null"
            >
              <div class="who">
                {{ message.author.name ?? author(message.author.kind) }} · <ba-time [at]="message.createdAt" />
                @if (message.seq === place.seq) {
                  <b>← {{ t('transcript.here') }}</b>
                }
              </div>
              <div class="text">{{ message.text }}</div>
            </li>
          }
        </ol>
      }
    </ba-dialog>
  `,
  styles: `
    ol {
      display: flex;
      flex-direction: column;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: 6px 12px;
      border-left: 2px solid var(--line-strong);
    }
    li[data-kind='ai'] {
      border-color: var(--ai);
    }
    li[data-kind='agent'] {
      border-color: var(--accent);
    }
    .here {
      border-radius: 0 var(--r-m) var(--r-m) 0;
      background: var(--accent-soft);
    }
    .who {
      font-size: 12px;
      color: var(--text-2);
    }
    b {
      margin-left: 6px;
      color: var(--accent);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class TranscriptDialog {
  protected readonly t = rulesTexts();
  protected readonly place = inject<TranscriptPlace>(DIALOG_DATA);
  private readonly past = inject(PastSessions);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly answer = resource({ loader: () => this.past.messages(this.place.sessionId, this.place.seq) });

  protected readonly messages = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()).detail : null));
  protected readonly author = (kind: AuthorKind): string => this.t(`transcript.${kind}`);

  constructor() {
    effect(() => this.list()?.nativeElement.querySelector('.here')?.scrollIntoView({ block: 'center' }));
  }
}
