import { Component, computed, inject, input, output } from '@angular/core';
import type { Handoff, TeamSession, Viewer } from '#contracts';
import { BaAvatar, BaButton, BaChip, BaIcon, BaIconButton, BaKbd, BaMenu, BaMenuFor, BaMenuItem } from '#ui';
import type { Act } from '../data/handoff-detail.store';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';
import { Pressure } from './pressure';

/** Who this is, who has it, and what one can do about it. */
@Component({
  selector: 'baton-thread-header',
  imports: [BaAvatar, BaButton, BaChip, BaIcon, BaIconButton, BaKbd, BaMenu, BaMenuFor, BaMenuItem, Pressure],
  template: `
    <button ba-icon-button class="back" icon="back" type="button" [label]="t('header.back')" (click)="back.emit()"></button>
    <ba-avatar class="face" [name]="name()" />
    <div class="who">
      <h2>{{ name() }}</h2>
      <span class="about">{{ about() }}</span>
    </div>
    @if (viewers().length > 0) {
      <span class="viewers" role="img" [attr.aria-label]="lookers()" [title]="lookers()">
        <ba-icon name="eye" [size]="13" />
        @for (viewer of viewers().slice(0, 2); track viewer.userId) {
          <ba-avatar kind="agent" [name]="viewer.name" [size]="22" />
        }
      </span>
    }
    <span class="time"><baton-pressure [handoff]="handoff()" words="full" /></span>
    @switch (handoff().status) {
      @case ('pending') {
        @if (mayClaim()) {
          <button ba-button class="wide" type="button" [busy]="busy() === 'cancel'" (click)="returnToAi.emit()">{{ t('header.returnToAi') }}</button>
          <button ba-button look="primary" type="button" [busy]="busy() === 'claim'" (click)="claim.emit()">
            {{ t('header.claim') }} <ba-kbd keys="c" />
          </button>
          <button ba-icon-button icon="more" type="button" [label]="t('header.more')" [ba-menu-for]="moreWaiting"></button>
        }
      }
      @case ('claimed') {
        @if (isMine()) {
          <button ba-button class="wide" type="button" [busy]="busy() === 'cancel'" (click)="returnToAi.emit()">{{ t('header.returnToAi') }}</button>
          <span class="split">
            <button ba-button look="primary" type="button" [busy]="busy() === 'resolve'" (click)="resolve.emit()">
              {{ t('header.resolve') }} <ba-kbd keys="e" />
            </button>
            <button ba-button look="primary" class="more" type="button" [ba-menu-for]="more" [attr.aria-label]="t('header.moreEnds')">
              <ba-icon name="down" [size]="13" />
            </button>
          </span>
        } @else {
          <ba-chip tone="accent">{{ t('header.with', { name: handoff().assignee?.name ?? '' }) }}</ba-chip>
          @if (mayForceClaim()) {
            <button ba-button type="button" [busy]="busy() === 'force-claim'" (click)="forceClaim.emit()">{{ t('header.takeOver') }}</button>
          }
          <button ba-icon-button icon="more" type="button" [label]="t('header.more')" [ba-menu-for]="moreElsewhere"></button>
        }
      }
      @default {
        <ba-chip>{{ state() }}</ba-chip>
        <button ba-icon-button icon="more" type="button" [label]="t('header.more')" [ba-menu-for]="moreElsewhere"></button>
      }
    }
    <button
      ba-icon-button
      class="context"
      icon="panel"
      type="button"
      [label]="t('header.context')"
      [attr.aria-pressed]="contextOpen()"
      (click)="toggleContext.emit()"
    ></button>

    <ng-template #moreWaiting>
      <ba-menu [label]="t('header.more')">
        @if (mayAssign()) {
          <button ba-menu-item icon="arrow" (chosen)="assign.emit()">{{ t('header.assign') }} <ba-kbd keys="a" /></button>
        }
        <button ba-menu-item icon="spark" (chosen)="returnToAi.emit()">{{ t('header.returnToAi') }}</button>
        <button ba-menu-item icon="cross" (chosen)="closeWithoutFollowUp.emit()">{{ t('header.close') }}</button>
        <button ba-menu-item icon="link" (chosen)="copyLink.emit()">{{ t('header.copyLink') }}</button>
      </ba-menu>
    </ng-template>
    <ng-template #more>
      <ba-menu [label]="t('header.moreEnds')">
        <button ba-menu-item icon="check" (chosen)="resolveWithNote.emit()">{{ t('header.resolveNote') }}</button>
        <button ba-menu-item icon="spark" (chosen)="returnToAi.emit()">{{ t('header.returnToAi') }}</button>
        <button ba-menu-item icon="arrow" (chosen)="assign.emit()">{{ t('header.transfer') }} <ba-kbd keys="a" /></button>
        <button ba-menu-item icon="undo" (chosen)="release.emit()">{{ t('header.release') }}</button>
        <button ba-menu-item icon="cross" (chosen)="closeWithoutFollowUp.emit()">{{ t('header.close') }}</button>
        <button ba-menu-item icon="link" (chosen)="copyLink.emit()">{{ t('header.copyLink') }}</button>
      </ba-menu>
    </ng-template>
    <ng-template #moreElsewhere>
      <ba-menu [label]="t('header.more')">
        @if (mayAssign() && handoff().status === 'claimed') {
          <button ba-menu-item icon="arrow" (chosen)="assign.emit()">{{ t('header.transfer') }} <ba-kbd keys="a" /></button>
        }
        <button ba-menu-item icon="link" (chosen)="copyLink.emit()">{{ t('header.copyLink') }}</button>
      </ba-menu>
    </ng-template>
  `,
  host: { role: 'group', '[attr.aria-label]': "t('header.label')" },
  styles: `
    :host {
      flex: none;
      display: flex;
      align-items: center;
      gap: 10px;
      height: 48px;
      padding: 0 14px;
      border-bottom: 1px solid var(--line);
      container: thread-header / inline-size;
    }
    .back {
      display: none;
    }
    .who {
      flex: 1;
      min-width: 0;
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    h2 {
      display: inline;
      margin: 0;
      font-size: 13px;
      font-weight: 600;
    }
    .about {
      margin-left: 6px;
      color: var(--text-3);
    }
    .viewers {
      flex: none;
      display: flex;
      gap: 4px;
      align-items: center;
      color: var(--text-3);
    }
    .time {
      display: flex;
      flex: none;
    }
    .split {
      display: flex;
    }
    .split button:first-child {
      border-radius: var(--r-s) 0 0 var(--r-s);
    }
    .split .more {
      border-radius: 0 var(--r-s) var(--r-s) 0;
      padding: 0 7px;
      margin-left: 1px;
    }
    @container thread-header (max-width: 460px) {
      .about {
        display: none;
      }
    }
    @container thread-header (max-width: 600px) {
      .face {
        display: none;
      }
    }
    @media (max-width: 720px) {
      :host {
        height: 52px;
        padding: 0 8px;
        gap: 6px;
      }
      .back {
        display: inline-grid;
      }
      .wide,
      .viewers,
      ba-kbd {
        display: none;
      }
    }
  `,
})
export class ThreadHeader {
  readonly handoff = input.required<Handoff>();
  readonly session = input.required<TeamSession | null>();
  readonly viewers = input.required<readonly Viewer[]>();
  readonly busy = input.required<Act | null>();
  readonly isMine = input.required<boolean>();
  readonly mayClaim = input.required<boolean>();
  readonly mayForceClaim = input.required<boolean>();
  readonly mayAssign = input(false);
  readonly contextOpen = input(false);
  readonly claim = output<void>();
  readonly forceClaim = output<void>();
  readonly release = output<void>();
  readonly assign = output<void>();
  readonly resolve = output<void>();
  readonly resolveWithNote = output<void>();
  readonly returnToAi = output<void>();
  readonly closeWithoutFollowUp = output<void>();
  readonly toggleContext = output<void>();
  readonly copyLink = output<void>();
  readonly back = output<void>();

  protected readonly t = inboxTexts();
  private readonly wording = inject(Wording);
  protected readonly name = computed(() => this.wording.visitor(this.handoff().visitor));
  protected readonly state = computed(() => this.wording.status(this.handoff()));
  protected readonly about = computed(() => this.handoff().website.name);
  protected readonly lookers = computed(() => {
    const names = this.viewers().map(({ name }) => name);
    return this.t('header.reading', { names: this.wording.names(names), count: names.length });
  });
}
