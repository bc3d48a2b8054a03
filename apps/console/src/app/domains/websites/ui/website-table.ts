import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Website } from '#contracts';
import { BaChip, BaIcon, BaIconButton, BaTable, BaTime } from '#ui';
import { Texts } from '../../../i18n';
import { websitesTexts } from '../texts';
import { RESPONDERS } from './responders';

/** The websites at one glance: what they are called, where they stand, who answers there, who waits, and whether their chat runs. */
@Component({
  selector: 'baton-website-table',
  imports: [BaChip, BaIcon, BaIconButton, BaTable, BaTime, RouterLink],
  template: `
    <ba-table [label]="t('list.heading')">
      <table class="ba-table">
        <thead>
          <tr>
            <th>{{ t('list.website') }}</th>
            <th class="wide-only">{{ t('list.key') }}</th>
            <th class="wide-only">{{ t('list.people') }}</th>
            <th class="wide-only">{{ t('list.ai') }}</th>
            <th class="wide-only">{{ t('list.seen') }}</th>
            @if (seesQueue()) {
              <th class="end">{{ t('list.waiting') }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (website of websites(); track website.id) {
            @let count = waiting().get(website.id);
            <tr>
              <td>
                <div class="site">
                  <span class="dot" [style.background]="website.theme.accent"></span>
                  <div class="names">
                    <span class="line">
                      <a class="ba-link name" [routerLink]="['/websites', website.id]">{{ website.name }}</a>
                      @if (website.demo) {
                        <ba-chip>{{ t('list.demo') }}</ba-chip>
                      }
                    </span>
                    <span class="quiet origins">
                      {{ website.allowedOrigins[0] ?? t('list.noOrigins') }}
                      @if (website.allowedOrigins.length > 1) {
                        {{ t('list.more', { count: website.allowedOrigins.length - 1 }) }}
                      }
                    </span>
                  </div>
                </div>
              </td>
              <td class="wide-only">
                <span class="key"
                  ><code>{{ website.publicKey.slice(0, 11) }}…</code>
                  <button
                    ba-icon-button
                    icon="copy"
                    type="button"
                    [size]="14"
                    [label]="t('list.copyKey', { name: website.name })"
                    (click)="copied.emit(website.publicKey)"
                  ></button
                ></span>
              </td>
              <td class="wide-only">{{ website.mode === 'off' ? t('people.off') : t('people.always') }}</td>
              <td class="wide-only">{{ t(responders[website.assistant.responder].label) }}</td>
              <td class="wide-only">
                @if (website.lastSeenAt; as at) {
                  <span class="quiet"><ba-time [at]="at" /></span>
                } @else {
                  <a class="never" [routerLink]="['/websites', website.id]" fragment="install"
                    ><ba-icon name="warning" [size]="13" />{{ t('list.never') }}</a
                  >
                }
              </td>
              @if (seesQueue()) {
                <td class="end num">
                  @if (count) {
                    <a
                      class="ba-link"
                      routerLink="/inbox"
                      [queryParams]="{ view: 'unassigned' }"
                      [attr.aria-label]="t('list.waitingNow', { count })"
                      >{{ shown(count) }}</a
                    >
                  } @else if (count === 0) {
                    <span class="quiet" [title]="t('list.nobody')">0</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </ba-table>
  `,
  styles: `
    .site {
      display: flex;
      gap: 12px;
      align-items: center;
      min-width: 0;
    }
    .dot {
      flex: none;
      width: 24px;
      height: 24px;
      border-radius: 50%;
      box-shadow: inset 0 0 0 1px light-dark(rgb(0 0 0 / 12%), rgb(255 255 255 / 18%));
    }
    .names {
      display: flex;
      flex-direction: column;
      min-width: 0;
    }
    .line {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .name {
      color: var(--text);
    }
    .origins {
      font-size: 12px;
      overflow-wrap: anywhere;
    }
    .key {
      display: inline-flex;
      gap: 2px;
      align-items: center;
      white-space: nowrap;
    }
    code {
      font-family: var(--mono);
      font-size: 12px;
      color: var(--text-2);
    }
    .never {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      color: var(--warn);
      white-space: nowrap;
    }
    .never:hover {
      text-decoration: underline;
    }
  `,
})
export class WebsiteTable {
  readonly websites = input.required<readonly Website[]>();
  /** Visitors who wait, by website. */
  readonly waiting = input.required<ReadonlyMap<string, number>>();
  readonly seesQueue = input(false);
  readonly copied = output<string>();

  protected readonly t = websitesTexts();
  protected readonly responders = RESPONDERS;
  private readonly texts = inject(Texts);
  protected readonly shown = (count: number) => count.toLocaleString(this.texts.locale());
}
