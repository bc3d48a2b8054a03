import { Component, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { BaButton, BaEmpty, BaPage, BaSkeleton, Toasts } from '#ui';
import { ChecklistStore } from '../data/checklist.store';
import { Trial } from '../data/trial';
import { startTexts } from '../texts';
import { DemoPanel } from '../ui/demo-panel';
import { Finished } from '../ui/finished';
import { StepItem } from '../ui/step-item';
import { TrialPermission } from '../ui/trial-permission';

/** Some steps happen elsewhere, on a page of the customer's for instance; nothing tells this tab. */
const LOOKS_EVERY_MS = 2_000;

/** From an empty installation to the first conversation that a person took over. */
@Component({
  imports: [BaButton, BaEmpty, BaPage, BaSkeleton, DemoPanel, Finished, StepItem, TrialPermission],
  providers: [Trial],
  template: `
    <ba-page [heading]="t('title')" [widthPx]="760">
      @if (list.list()?.dismissed === false) {
        <button actions ba-button look="ghost" type="button" [busy]="turning()" (click)="dismiss(true)">{{ t('dismiss') }}</button>
      }
      <div class="all">
        <p class="lead">{{ t('lead') }}</p>
        @if (list.list(); as checklist) {
          @if (list.isComplete()) {
            <baton-start-finished />
          } @else {
            <baton-trial-permission />
          }
          @if (checklist.dismissed) {
            <p class="away">
              {{ t('dismissed') }}
              <button ba-button type="button" [busy]="turning()" (click)="dismiss(false)">{{ t('restore') }}</button>
            </p>
          }
          <section [attr.aria-label]="t('title')">
            <div class="progress">
              <span class="bar" aria-hidden="true"><i [style.width.%]="(100 * list.doneCount()) / list.count()"></i></span>
              <span role="status">{{ t('progress', { done: list.doneCount(), count: list.count() }) }}</span>
            </div>
            <ol>
              @for (step of list.steps(); track step.id) {
                <li><baton-step-item [step]="step" [next]="!list.isComplete() && step.id === list.next()" [website]="checklist.website" /></li>
              }
            </ol>
          </section>
          <baton-demo-panel (changed)="list.refresh()" />
        } @else if (list.failed()) {
          <ba-empty icon="refresh" [title]="t('failed')">
            <button action ba-button type="button" (click)="list.refresh()">{{ t('again') }}</button>
          </ba-empty>
        } @else {
          <ba-skeleton [count]="7" shape="rows" />
        }
      </div>
    </ba-page>
  `,
  styles: `
    .all {
      display: flex;
      flex-direction: column;
      gap: 20px;
    }
    .lead {
      margin: -12px 0 0;
      color: var(--text-2);
    }
    .away {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      margin: 0;
      color: var(--text-2);
    }
    section {
      border: 1px solid var(--line);
      border-radius: var(--r-l);
      background: var(--surface);
      overflow: hidden;
    }
    .progress {
      display: flex;
      gap: 12px;
      align-items: center;
      min-height: 44px;
      padding: 8px 16px;
      border-bottom: 1px solid var(--line);
      color: var(--text-2);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    .bar {
      flex: 1;
      height: 4px;
      border-radius: 2px;
      background: var(--line);
      overflow: hidden;
    }
    i {
      display: block;
      height: 100%;
      border-radius: 2px;
      background: var(--accent);
      transition: width 0.4s;
    }
    @media (prefers-reduced-motion: reduce) {
      i {
        transition: none;
      }
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
  `,
})
export default class StartPage {
  protected readonly t = startTexts();
  protected readonly list = inject(ChecklistStore);
  protected readonly turning = signal(false);
  private readonly toasts = inject(Toasts);

  constructor() {
    const page = inject(DOCUMENT);
    const looking = setInterval(() => {
      if (!page.hidden && !this.list.isComplete()) void this.list.refresh();
    }, LOOKS_EVERY_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(looking));
    void this.list.refresh();
  }

  protected async dismiss(dismissed: boolean): Promise<void> {
    this.turning.set(true);
    try {
      await this.list.dismiss(dismissed);
    } catch {
      this.toasts.fail(this.t('demo.failed'));
    } finally {
      this.turning.set(false);
    }
  }
}
