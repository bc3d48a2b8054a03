import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandoffSummary } from '#contracts';
import { BaAvatar, BaChip, BaListRow, BaTime } from '#ui';
import { isOpen } from '../data/belongs';
import { statusName, triggerChip, visitorName } from '../data/wording';
import { Pressure } from './pressure';

const SPEAKERS = { visitor: '', ai: 'AI: ', agent: 'Team: ', system: '' } as const;

/** The height of every row in px, known so that the list can draw only what is seen. */
export const ROW_HEIGHT_PX = 83;

/** One handoff in a list: who, what they said last, why they are here, how long they wait. */
@Component({
  selector: 'baton-handoff-row',
  imports: [RouterLink, BaAvatar, BaChip, BaListRow, BaTime, Pressure],
  template: `
    <a ba-list-row [routerLink]="link()" queryParamsHandling="preserve" [selected]="selected()" [unread]="isUnread()">
      <ba-avatar leading [name]="name()" />
      <ng-container ngProjectAs="[title]"
        >{{ name() }}
        @if (isUnread()) {
          <span class="ba-hidden-text">, unread</span>
        }
      </ng-container>
      <ba-time when [at]="handoff().lastActivityAt" />
      <ng-container ngProjectAs="[preview]">{{ preview() }}</ng-container>
      <ng-container ngProjectAs="[foot]">
        <ba-chip>{{ chip() }}</ba-chip>
        @if (state(); as state) {
          <span class="state">{{ state }}</span>
        } @else {
          <span class="state">{{ handoff().website.name }}</span>
        }
        <span class="pressure"><baton-pressure [handoff]="handoff()" /></span>
      </ng-container>
    </a>
  `,
  styles: `
    :host {
      display: block;
    }
    a {
      height: 83px;
    }
    .state {
      flex: 0 8 auto;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: 11px;
      color: var(--text-3);
    }
    ba-chip {
      flex: none;
      display: block;
      max-width: 62%;
    }
    .pressure {
      flex: none;
      margin-left: auto;
      display: flex;
    }
  `,
})
export class HandoffRow {
  readonly handoff = input.required<HandoffSummary>();
  readonly selected = input(false);
  readonly link = input.required<readonly string[]>();
  /** In a list of all states the row says which one it is in. */
  readonly showState = input(false);

  protected readonly name = computed(() => visitorName(this.handoff().visitor));
  protected readonly chip = computed(() => triggerChip(this.handoff()));
  protected readonly isUnread = computed(() => isOpen(this.handoff()) && this.handoff().teamReadSeq < this.handoff().lastSeq);
  protected readonly preview = computed(() => {
    const last = this.handoff().lastMessage;
    return last ? SPEAKERS[last.author] + last.text : 'No message yet';
  });
  protected readonly state = computed(() => {
    const { status, assignee } = this.handoff();
    if (!this.showState() || status === 'pending') return null;
    return assignee && status === 'claimed' ? assignee.name : statusName(this.handoff());
  });
}
