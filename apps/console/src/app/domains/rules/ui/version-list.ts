import { Component, computed, input, output, signal } from '@angular/core';
import { BaButton, BaPanel, BaTime } from '#ui';
import { rulesTexts } from '../texts';

const SHOWN = 5;

/** A version as people read it. */
export interface VersionLine {
  readonly version: number;
  /** null: it came with the website. */
  readonly author: string | null;
  readonly at: string;
  /** Against the one before it; null for the first. */
  readonly changes: readonly string[] | null;
}

/** What a rule was, who made it so and when, and the way back. */
@Component({
  selector: 'baton-version-list',
  imports: [BaButton, BaPanel, BaTime],
  template: `
    <ba-panel [heading]="t('versions.heading')" padding="none">
      @if (problem()) {
        <p class="quiet" role="alert">{{ t('versions.failed', { reason: problem() }) }}</p>
      }
      <ol reversed>
        @for (line of shown(); track line.version) {
          <li [attr.aria-current]="$first || null">
            <b class="num">{{ line.version }}</b>
            <div>
              <span class="who">{{ line.author ?? t('versions.seeded') }} · <ba-time [at]="line.at" /></span>
              @for (change of line.changes ?? []; track $index) {
                <span class="change">{{ change }}</span>
              } @empty {
                <span class="change">{{ line.changes ? t('versions.same') : t('versions.first') }}</span>
              }
            </div>
            @if ($first) {
              <em>{{ t('versions.current') }}</em>
            } @else if (mayEdit()) {
              <button ba-button look="ghost" type="button" (click)="rolledBack.emit(line.version)">
                {{ t('versions.rollBack', { version: line.version }) }}
              </button>
            }
          </li>
        }
      </ol>
      @if (lines().length > shown().length) {
        <button ba-button look="ghost" class="more" type="button" (click)="all.set(true)">{{ t('versions.more') }}</button>
      }
    </ba-panel>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 26px minmax(0, 1fr) auto;
      gap: 8px;
      align-items: baseline;
      padding: 9px 10px 9px 16px;
      border-top: 1px solid var(--line);
      color: var(--text-2);
    }
    li:first-child {
      border-top: 0;
    }
    b {
      font-weight: 600;
      color: var(--text);
    }
    .who {
      display: block;
      font-size: 12px;
      line-height: 17px;
      color: var(--text-3);
    }
    .change {
      display: block;
      overflow-wrap: anywhere;
    }
    em {
      padding-right: 6px;
      font-style: normal;
      font-size: 12px;
      color: var(--good);
    }
    li button {
      height: 24px;
      padding: 0 6px;
      font-size: 12px;
    }
    .more {
      margin: 4px 8px 8px;
    }
    .quiet {
      margin: 0;
      padding: 12px 16px;
      color: var(--text-3);
    }
  `,
})
export class VersionList {
  readonly lines = input.required<readonly VersionLine[]>();
  readonly problem = input('');
  readonly mayEdit = input(false);
  readonly rolledBack = output<number>();

  protected readonly t = rulesTexts();
  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.lines() : this.lines().slice(0, SHOWN)));
}
