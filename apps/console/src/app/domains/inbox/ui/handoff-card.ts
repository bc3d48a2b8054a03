import { Component, computed, input, output } from '@angular/core';
import type { Handoff, Suggestion } from '#contracts';
import { BaButton, BaIcon, BaMeter } from '#ui';
import { timeOfDay } from '../data/durations';
import { evidenceLines } from '../data/evidence';
import { promiseSentence, triggerName } from '../data/wording';
import { MessageText } from './message-text';

/** Why this is here: the reason with its conditions lit, what the AI held back, what the visitor was told. */
@Component({
  selector: 'baton-handoff-card',
  imports: [BaButton, BaIcon, BaMeter, MessageText],
  template: `
    <header>
      <ba-icon class="arrow" name="arrow" />
      <b>Handed to a person</b>
      <span>{{ heading() }}</span>
    </header>
    <dl>
      <dt>Because</dt>
      <dd>
        <div class="reason">{{ handoff().reason }}</div>
        @for (line of evidence(); track $index) {
          <div class="line" [class.held]="line.held" [class.group]="line.kind === 'group'" [style.padding-left.px]="line.depth * 16">
            <ba-icon [name]="line.held ? 'check' : 'cross'" [size]="13" />
            <span
              >{{ line.text }}<span class="ba-hidden-text">: {{ line.held ? 'true' : 'not true' }}</span></span
            >
          </div>
        }
      </dd>
      @if (draft(); as draft) {
        <dt>AI held back</dt>
        <dd>
          <div class="draft"><baton-message-text [text]="draft.text" /></div>
          <div class="draft-foot">
            @if (draft.confidence !== null) {
              <ba-meter [value]="draft.confidence" />
            }
            @if (sources()) {
              <span>{{ sources() }}</span>
            }
            <button ba-button look="ai" type="button" (click)="insert.emit(draft.text)">Insert into reply</button>
          </div>
        </dd>
      }
      @if (handoff().promise; as promise) {
        <dt>Told the visitor</dt>
        <dd>
          {{ promiseText() }}
          @if (promiseState(); as state) {
            <span class="quiet">{{ state }}</span>
          }
        </dd>
      }
      @if (!handoff().visitor.email) {
        <dt>Missing</dt>
        <dd class="quiet">No email address, so nobody can write later.</dd>
      }
    </dl>
  `,
  host: { role: 'article', 'aria-label': 'Why this is here' },
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
    .line {
      display: flex;
      gap: 7px;
      align-items: baseline;
      color: var(--text-3);
    }
    .line ba-icon {
      position: relative;
      top: 2px;
    }
    .line.held {
      color: var(--text);
    }
    .line.held ba-icon {
      color: var(--good);
    }
    .line.group {
      font-size: 12px;
      color: var(--text-2);
    }
    .reason + .line {
      margin-top: 3px;
    }
    .draft {
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

  protected readonly heading = computed(() => {
    const { openedAt, trigger, rule } = this.handoff();
    const parts = [timeOfDay(openedAt), triggerName(trigger)];
    if (rule) parts.push(`rule “${rule.name}” v${rule.version}`);
    return parts.join(' · ');
  });
  protected readonly evidence = computed(() => {
    const { evidence } = this.handoff();
    return evidence ? evidenceLines(evidence) : [];
  });
  protected readonly sources = computed(() => (this.draft()?.sources ?? []).map(({ title }) => title).join(', '));
  protected readonly promiseText = computed(() => {
    const { promise } = this.handoff();
    return promise ? promiseSentence(promise) : '';
  });
  protected readonly promiseState = computed(() => {
    const { promise } = this.handoff();
    if (!promise || promise.etaSeconds === null) return '';
    if (promise.kept !== null) return promise.kept ? 'The promise was kept.' : 'The promise was not kept.';
    return `Promise ends ${timeOfDay(new Date(Date.parse(promise.madeAt) + promise.etaSeconds * 1000).toISOString())}.`;
  });
}
