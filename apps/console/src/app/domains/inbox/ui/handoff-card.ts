import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Handoff, Suggestion } from '#contracts';
import { BaButton, BaIcon, BaMeter } from '#ui';
import { isOpen } from '../data/belongs';
import { Moments } from '../data/moments';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';
import { EvidenceTree } from './evidence-tree';
import { Fold } from './fold';
import { MessageText } from './message-text';
import { PromiseLine } from './promise-line';

/** Why this is here: the reason with its conditions lit, what the AI held back, what the visitor was told. */
@Component({
  selector: 'baton-handoff-card',
  imports: [RouterLink, BaButton, BaIcon, BaMeter, EvidenceTree, Fold, MessageText, PromiseLine],
  template: `
    <header>
      <ba-icon class="arrow" name="arrow" />
      <b>{{ t('card.heading') }}</b>
      <span>
        {{ heading() }}
        @if (handoff().rule; as rule) {
          ·
          @if (mayOpenRule()) {
            <a class="ba-link" [routerLink]="['/rules', rule.id]">{{ t('card.rule', { name: rule.name, version: rule.version }) }}</a>
          } @else {
            {{ t('card.rule', { name: rule.name, version: rule.version }) }}
          }
        }
      </span>
    </header>
    <dl>
      <dt>{{ t('card.because') }}</dt>
      <dd>
        <div class="reason">{{ handoff().reason }}</div>
        @if (handoff().evidence; as evidence) {
          <baton-evidence-tree [evidence]="evidence" />
        }
      </dd>
      @if (draft(); as draft) {
        <dt>{{ t('card.draft') }}</dt>
        <dd>
          <baton-fold class="draft" [text]="draft.text" [lines]="6"><baton-message-text [text]="draft.text" /></baton-fold>
          <div class="draft-foot">
            @if (draft.confidence !== null) {
              <ba-meter [value]="draft.confidence" />
            }
            @if (sources()) {
              <span>{{ sources() }}</span>
            }
            @if (isOpen()) {
              <button ba-button look="ai" type="button" (click)="insert.emit(draft.text)">{{ t('thread.insert') }}</button>
            }
          </div>
        </dd>
      }
      @if (handoff().promise) {
        <dt>{{ t('card.promise') }}</dt>
        <dd><baton-promise-line [handoff]="handoff()" /></dd>
      }
      @if (missing().length > 0) {
        <dt>{{ t('card.missing') }}</dt>
        <dd class="quiet">{{ missing().join(' ') }}</dd>
      }
    </dl>
  `,
  host: { role: 'article', '[attr.aria-label]': "t('card.label')" },
  styles: `
    :host {
      display: block;
      margin: 4px 0 18px;
      max-width: 668px;
      overflow: hidden;
      border: 1px solid var(--line);
      border-radius: var(--r-l);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: center;
      padding: 10px 14px;
      border-bottom: 1px solid var(--line);
      background: var(--bg);
    }
    header b {
      font-weight: 600;
    }
    header span {
      margin-left: auto;
      color: var(--text-3);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    .arrow {
      color: var(--accent);
    }
    dl {
      margin: 0;
      padding: 10px 14px;
      display: grid;
      grid-template-columns: 112px minmax(0, 1fr);
      row-gap: 7px;
    }
    dt {
      color: var(--text-3);
    }
    dd {
      margin: 0;
    }
    .reason {
      overflow-wrap: anywhere;
    }
    .reason + baton-evidence-tree {
      display: block;
      margin-top: 3px;
    }
    .draft {
      display: block;
      padding-left: 10px;
      border-left: 2px solid var(--ai);
      color: var(--text-2);
    }
    .draft-foot {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 10px;
      align-items: center;
      margin-top: 6px;
      font-size: 11px;
      color: var(--text-3);
    }
    .draft-foot button {
      margin-left: auto;
      font-size: 12px;
      height: 24px;
    }
    .quiet {
      color: var(--text-3);
    }
    @media (max-width: 720px) {
      dl {
        grid-template-columns: 1fr;
        row-gap: 2px;
      }
      dd {
        margin-bottom: 8px;
      }
      header span {
        margin-left: 25px;
      }
    }
  `,
})
export class HandoffCard {
  readonly handoff = input.required<Handoff>();
  readonly draft = input.required<Suggestion | null>();
  readonly insert = output<string>();

  /** Whether the visitor has a page open now. */
  readonly visitorOnline = input(true);
  readonly mayOpenRule = input(false);

  protected readonly t = inboxTexts();
  private readonly moments = inject(Moments);
  private readonly wording = inject(Wording);

  /** To one that has ended nobody replies any more. */
  protected readonly isOpen = computed(() => isOpen(this.handoff()));
  protected readonly heading = computed(() => {
    const { openedAt, trigger } = this.handoff();
    return [this.moments.timeOfDay(openedAt), this.wording.trigger(trigger)].join(' · ');
  });
  protected readonly sources = computed(() => (this.draft()?.sources ?? []).map(({ title }) => title).join(', '));
  /** What the next step may fail for want of. */
  protected readonly missing = computed(() => {
    const { visitor } = this.handoff();
    if (!this.isOpen()) return [];
    return [
      ...(visitor.name ? [] : [this.t('card.noName')]),
      ...(visitor.email ? [] : [this.t('card.noEmail')]),
      ...(this.visitorOnline() ? [] : [this.t('card.gone')]),
    ];
  });
}
