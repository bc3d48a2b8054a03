import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { INBOX_VIEWS, type InboxCounts, type InboxView } from '#contracts';
import type { WebsiteName } from '../data/inbox-overview.store';
import { inboxTexts } from '../texts';

/** The views with their live counts, and the websites that narrow them. */
@Component({
  selector: 'baton-view-nav',
  imports: [RouterLink],
  template: `
    <h2 class="heading">{{ t('heading') }}</h2>
    <nav [attr.aria-label]="t('views.label')">
      @for (name of views; track name) {
        <a
          [routerLink]="['/inbox', name]"
          queryParamsHandling="preserve"
          [class.on]="name === view()"
          [attr.aria-current]="name === view() ? 'page' : null"
          [attr.data-view]="name"
        >
          <span class="dot"></span>{{ named(name) }}
          <b [class.pressing]="name === 'sla_at_risk' && (counts()?.sla_at_risk ?? 0) > 0">{{ counts()?.[name] }}</b>
        </a>
      }
    </nav>
    @if (websites().length > 1) {
      <h2 id="websites-heading">{{ t('websites.label') }}</h2>
      <nav aria-labelledby="websites-heading">
        <a
          routerLink="."
          [queryParams]="{ website: null }"
          queryParamsHandling="merge"
          [class.on]="websiteId() === null"
          [attr.aria-current]="websiteId() === null ? 'true' : null"
        >
          <span class="name">{{ t('websites.all') }}</span>
        </a>
        @for (website of websites(); track website.id) {
          <a
            routerLink="."
            [queryParams]="{ website: website.id }"
            queryParamsHandling="merge"
            [class.on]="website.id === websiteId()"
            [attr.aria-current]="website.id === websiteId() ? 'true' : null"
          >
            <span class="name">{{ website.name }}</span>
            @if (openBy()[website.id]; as open) {
              <b>{{ open }}</b>
            }
          </a>
        }
      </nav>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin: 16px 8px 4px;
      font-size: 11px;
      font-weight: 500;
      color: var(--text-3);
    }
    h2.heading {
      margin: 0 8px 10px;
      font-size: 14px;
      font-weight: 600;
      letter-spacing: -0.01em;
      color: var(--text);
    }
    nav {
      display: flex;
      flex-direction: column;
      gap: 1px;
    }
    a {
      display: flex;
      align-items: center;
      gap: 9px;
      height: 30px;
      padding: 0 8px;
      border-radius: var(--r-s);
      color: var(--text-2);
    }
    a:hover {
      background: var(--hover);
    }
    a.on {
      background: var(--hover);
      color: var(--text);
      font-weight: 500;
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .name {
      flex: 1;
    }
    b {
      margin-left: auto;
      font-size: 12px;
      font-weight: 500;
      color: var(--text-3);
      font-variant-numeric: tabular-nums;
    }
    b.pressing {
      color: var(--bad);
      font-weight: 600;
    }
    .dot {
      width: 8px;
      height: 8px;
      flex: none;
      border-radius: 50%;
      background: var(--text-3);
    }
    [data-view='mine'] .dot {
      background: var(--accent);
    }
    [data-view='unassigned'] .dot {
      background: var(--warn);
    }
    [data-view='sla_at_risk'] .dot {
      background: var(--bad);
    }
    [data-view='open'] .dot {
      background: none;
      box-shadow: inset 0 0 0 1.5px var(--text-3);
    }
    [data-view='resolved'] .dot {
      background: var(--good);
    }
  `,
})
export class ViewNav {
  readonly view = input.required<InboxView>();
  readonly websiteId = input.required<string | null>();
  readonly counts = input.required<InboxCounts | null>();
  readonly websites = input.required<readonly WebsiteName[]>();

  /** How many are open on each website, by its id. */
  readonly openBy = input<Readonly<Record<string, number>>>({});

  protected readonly t = inboxTexts();
  protected readonly views = INBOX_VIEWS;
  protected readonly named = (view: InboxView): string => this.t(`views.${view}`);
}
