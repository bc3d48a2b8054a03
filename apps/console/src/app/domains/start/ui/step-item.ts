import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Checklist } from '#contracts';
import { BaButton, BaChip, BaIcon } from '#ui';
import type { Step } from '../data/checklist.store';
import { startTexts } from '../texts';
import { TryLink } from './try-link';

/** One step: done, next, or later. Where it is taken is one click away. */
@Component({
  selector: 'baton-step-item',
  imports: [BaButton, BaChip, BaIcon, RouterLink, TryLink],
  template: `
    @let one = step();
    <span class="tick" aria-hidden="true">
      @if (one.done) {
        <ba-icon name="check" [size]="13" />
      }
    </span>
    <div class="body">
      <h2>
        {{ words().title }}
        @if (one.done) {
          <span class="ba-hidden-text">({{ t('done') }})</span>
        } @else if (one.optional) {
          <ba-chip>{{ t('optional') }}</ba-chip>
        }
      </h2>
      @if (!one.done) {
        <p>{{ words().text }}</p>
      }
    </div>
    @if (!one.done && isPossible()) {
      <div class="acts">
        @if (canTry()) {
          <baton-try-link [prominent]="next()" />
        }
        @if (link(); as link) {
          <a ba-button [look]="next() && !canTry() ? 'primary' : 'plain'" [routerLink]="link.to">{{ link.label }}</a>
        }
      </div>
    }
  `,
  host: { '[class.done]': 'step().done', '[class.next]': 'next()' },
  styles: `
    :host {
      display: grid;
      grid-template: 'tick body acts' / auto minmax(0, 1fr) auto;
      gap: 0 14px;
      align-items: start;
      padding: 13px 16px;
    }
    :host(.next) {
      grid-template: 'tick body' 'none acts' / auto minmax(0, 1fr);
    }
    .tick {
      grid-area: tick;
      display: grid;
      place-items: center;
      width: 20px;
      height: 20px;
      margin-top: 1px;
      border: 1.5px solid var(--line-strong);
      border-radius: 50%;
    }
    :host(.next) .tick {
      border-color: var(--accent);
      box-shadow: 0 0 0 3px var(--accent-soft);
    }
    :host(.done) .tick {
      border-color: transparent;
      background: var(--accent);
      color: var(--accent-ink);
    }
    .body {
      grid-area: body;
    }
    h2 {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      margin: 0;
      font-size: 13px;
      line-height: 22px;
      font-weight: 600;
    }
    :host(.done) h2 {
      font-weight: 500;
      color: var(--text-2);
    }
    p {
      margin: 0;
      color: var(--text-2);
      max-width: 60ch;
    }
    .acts {
      grid-area: acts;
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: flex-end;
      align-self: center;
    }
    :host(.next) .acts {
      justify-content: flex-start;
      margin-top: 10px;
    }
    .acts:not(:has(a)) {
      display: none;
    }
    @media (max-width: 720px) {
      :host {
        grid-template: 'tick body' 'none acts' / auto minmax(0, 1fr);
      }
      .acts {
        justify-content: flex-start;
        margin-top: 10px;
      }
    }
  `,
})
export class StepItem {
  readonly step = input.required<Step>();
  readonly next = input.required<boolean>();
  readonly website = input.required<Checklist['website']>();

  protected readonly t = startTexts();
  protected readonly words = computed(() => {
    const { id } = this.step();
    return { title: this.t(`steps.${id}.title`), text: this.t(`steps.${id}.text`) };
  });
  /** Most steps are taken on a website, so there has to be one. */
  protected readonly isPossible = computed(() => this.website() !== null || this.step().id === 'website' || this.step().id === 'teammate');
  protected readonly canTry = computed(() => this.step().id === 'answer' || this.step().id === 'claimed');
  protected readonly link = computed<{ readonly to: string; readonly label: string } | null>(() => {
    const settings = `/websites/${this.website()?.id ?? ''}`;
    switch (this.step().id) {
      case 'website':
        return { to: '/websites/new', label: this.t('steps.website.act') };
      case 'look':
        return { to: settings, label: this.t('steps.look.act') };
      case 'article':
        return { to: '/knowledge/new', label: this.t('steps.article.act') };
      case 'answer':
        return null;
      case 'seen':
        return { to: settings, label: this.t('steps.seen.act') };
      case 'teammate':
        return { to: '/people/new', label: this.t('steps.teammate.act') };
      case 'claimed':
        return { to: '/inbox/unassigned', label: this.t('steps.claimed.act') };
    }
  });
}
