import { Component, computed, inject, signal } from '@angular/core';
import type { EarlierSession, TeamMessage, VisitorSummary } from '#contracts';
import { BatonTeam } from '#sdk';
import { BaButton, BaCallout, BaDialog, BaSkeleton, DIALOG_DATA, DialogRef } from '#ui';
import { Moments } from '../data/moments';
import { weaveThread } from '../data/thread';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';
import { MessageItem } from '../ui/message-item';

export interface TranscriptQuestion {
  readonly session: EarlierSession;
  readonly visitor: VisitorSummary;
}

/** What was said in an earlier session of the same visitor, to be read and not to be written in. Closes with the handoff to open. */
@Component({
  selector: 'baton-transcript-dialog',
  imports: [BaButton, BaCallout, BaDialog, BaSkeleton, MessageItem],
  template: `
    <ba-dialog [heading]="t('transcript.heading', { day: moments.timeOrDay(asked.session.startedAt) })">
      <p class="what">{{ t('transcript.readOnly') }}</p>
      @if (hasEarlier()) {
        <button ba-button look="ghost" type="button" [busy]="state() === 'loading'" (click)="load()">{{ t('transcript.more') }}</button>
      }
      @if (state() === 'loading' && messages().length === 0) {
        <ba-skeleton [count]="5" />
      }
      @for (item of items(); track item.id) {
        @switch (item.kind) {
          @case ('day') {
            <div class="day">{{ moments.dayName(item.at) }}</div>
          }
          @case ('message') {
            <baton-message-item [message]="item.message" [continues]="item.continues" [visitorName]="wording.visitor(asked.visitor)" />
          }
          @case ('system') {
            <div class="system">
              {{ moments.timeOfDay(item.message.createdAt) }} · {{ wording.systemLine(item.message.event, item.message.text) }}
            </div>
          }
        }
      } @empty {
        @if (state() === 'ready') {
          <p>{{ t('transcript.empty') }}</p>
        }
      }
      @if (state() === 'failed') {
        <ba-callout tone="bad">
          {{ t('transcript.failed') }} <button ba-button type="button" (click)="load()">{{ t('transcript.again') }}</button>
        </ba-callout>
      }
      <ng-container actions>
        @if (asked.session.handoff; as handoff) {
          <button ba-button type="button" (click)="ref.close(handoff.id)">{{ t('transcript.open') }}</button>
        }
        <button ba-button look="primary" type="button" (click)="ref.close()">{{ t('transcript.close') }}</button>
      </ng-container>
    </ba-dialog>
  `,
  styles: `
    .what {
      margin: 0 0 14px;
      color: var(--text-3);
    }
    .day {
      margin: 0 0 12px;
      font-size: 11px;
      color: var(--text-3);
    }
    .system {
      margin: 0 0 14px 38px;
      font-size: 12px;
      color: var(--text-3);
    }
  `,
})
export class TranscriptDialog {
  private readonly team = inject(BatonTeam);
  protected readonly t = inboxTexts();
  protected readonly moments = inject(Moments);
  protected readonly wording = inject(Wording);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly asked = inject(DIALOG_DATA) as TranscriptQuestion;

  private readonly loaded = signal<readonly TeamMessage[]>([]);
  private readonly phase = signal<'loading' | 'ready' | 'failed'>('loading');
  protected readonly messages = this.loaded.asReadonly();
  protected readonly state = this.phase.asReadonly();
  protected readonly hasEarlier = computed(() => (this.loaded()[0]?.seq ?? 1) > 1);
  protected readonly items = computed(() => weaveThread({ handoff: null, messages: this.loaded(), notes: [], suggestions: [], outgoing: [] }));

  constructor() {
    void this.load();
  }

  /** The newest first, then what came before. */
  protected async load(): Promise<void> {
    const first = this.loaded()[0];
    this.phase.set('loading');
    try {
      const { id, messages } = this.asked.session;
      const page = await this.team.sessions.messages(id, { beforeSeq: first?.seq ?? messages + 1 });
      this.loaded.update((known) => [...page.items, ...known]);
      this.phase.set('ready');
    } catch {
      this.phase.set('failed');
    }
  }
}
