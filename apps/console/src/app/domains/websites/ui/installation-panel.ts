import { Component, computed, input, output } from '@angular/core';
import type { WebsiteSighting } from '#contracts';
import { BaButton, BaCallout, BaIcon, BaPanel, BaTime } from '#ui';
import { websitesTexts } from '../texts';

/** Whether pages have asked for the chat: those that got it, and those that were turned away and could be let in. */
@Component({
  selector: 'baton-installation-panel',
  imports: [BaButton, BaCallout, BaIcon, BaPanel, BaTime],
  template: `
    <ba-panel [heading]="t('install.check')">
      <button aside ba-button look="ghost" type="button" (click)="looked.emit()">
        <ba-icon name="refresh" [size]="13" />{{ t('install.checkAgain') }}
      </button>
      <div aria-live="polite">
        @if (failed()) {
          <ba-callout tone="bad">{{ t('install.failed') }}</ba-callout>
        } @else if (origins().length === 0) {
          <ba-callout tone="warn">{{ t('install.noOrigins') }}</ba-callout>
        } @else if (sightings()) {
          @if (working().length > 0) {
            <ba-callout tone="good"
              ><strong>{{ t('install.works') }}</strong
              ><br />{{ t('install.worksHint') }}</ba-callout
            >
          } @else {
            <ba-callout
              ><strong>{{ t('install.waiting') }}</strong
              ><br />{{ t('install.waitingHint') }}</ba-callout
            >
          }
        }
      </div>
      @if (working().length > 0) {
        <ul>
          @for (sighting of working(); track sighting.origin) {
            <li>
              <span class="where">{{ sighting.pageUrl ?? sighting.origin }}</span>
              <ba-time [at]="sighting.at" />
            </li>
          }
        </ul>
      }
      @if (strangers().length > 0) {
        <h3>{{ t('install.turnedAway') }}</h3>
        <p>{{ t('install.turnedAwayHint') }}</p>
        <ul>
          @for (sighting of strangers(); track sighting.origin) {
            <li>
              <span class="where">{{ sighting.origin }}</span>
              <ba-time [at]="sighting.at" />
              @if (mayEdit()) {
                <button ba-button type="button" (click)="allowed.emit(sighting.origin)">{{ t('install.allow', { origin: sighting.origin }) }}</button>
              }
            </li>
          }
        </ul>
      }
    </ba-panel>
  `,
  styles: `
    strong {
      font-weight: 600;
    }
    ul {
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      justify-content: space-between;
      padding: 6px 0;
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border-top: 0;
    }
    .where {
      min-width: 0;
      overflow-wrap: anywhere;
      font-family: var(--mono);
      font-size: 12px;
    }
    ba-time {
      color: var(--text-3);
      font-size: 12px;
    }
    h3 {
      margin: 16px 0 0;
      font-size: 13px;
      font-weight: 600;
    }
    p {
      margin: 2px 0 0;
      color: var(--text-2);
    }
  `,
})
export class InstallationPanel {
  /** Latest first; null until known. */
  readonly sightings = input.required<readonly WebsiteSighting[] | null>();
  readonly origins = input.required<readonly string[]>();
  readonly failed = input(false);
  readonly mayEdit = input(false);
  readonly looked = output<void>();
  readonly allowed = output<string>();

  protected readonly t = websitesTexts();
  protected readonly working = computed(() => (this.sightings() ?? []).filter(({ allowed }) => allowed));
  /** What has been allowed since is not offered again. */
  protected readonly strangers = computed(() =>
    (this.sightings() ?? []).filter(({ allowed, origin }) => !allowed && !this.origins().includes(origin)),
  );
}
