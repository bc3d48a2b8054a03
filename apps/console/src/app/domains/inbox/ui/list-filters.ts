import { Component, inject, input, output, resource } from '@angular/core';
import { TRIGGERS, type Trigger } from '#contracts';
import { BaButton, BaInput } from '#ui';
import { Assignees } from '../data/assignees';
import type { ListQuery } from '../data/belongs';
import type { WebsiteName } from '../data/inbox-overview.store';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';

/** What a list is narrowed to beside its view. */
export type ListFilters = Pick<ListQuery, 'websiteId' | 'trigger' | 'assignee'>;

export const NO_FILTERS: ListFilters = { websiteId: null, trigger: null, assignee: null };

/** Narrows the list to a website, a reason, a person. */
@Component({
  selector: 'baton-list-filters',
  imports: [BaButton, BaInput],
  template: `
    @if (websites().length > 1) {
      <label>
        {{ t('filters.website') }}
        <select ba-input #website [value]="filters().websiteId ?? ''" (change)="choose({ websiteId: website.value || null })">
          <option value="">{{ t('websites.all') }}</option>
          @for (each of websites(); track each.id) {
            <option [value]="each.id" [selected]="each.id === filters().websiteId">{{ each.name }}</option>
          }
        </select>
      </label>
    }
    <label>
      {{ t('filters.trigger') }}
      <select ba-input #trigger [value]="filters().trigger ?? ''" (change)="choose({ trigger: asTrigger(trigger.value) })">
        <option value="">{{ t('filters.anyTrigger') }}</option>
        @for (each of triggers; track each) {
          <option [value]="each" [selected]="each === filters().trigger">{{ wording.trigger(each) }}</option>
        }
      </select>
    </label>
    <label>
      {{ t('filters.assignee') }}
      <select ba-input #assignee [value]="filters().assignee ?? ''" (change)="choose({ assignee: assignee.value || null })">
        <option value="">{{ t('filters.anybody') }}</option>
        <option value="me" [selected]="filters().assignee === 'me'">{{ t('filters.me') }}</option>
        <option value="none" [selected]="filters().assignee === 'none'">{{ t('filters.nobody') }}</option>
        @for (each of people.value(); track each.id) {
          <option [value]="each.id" [selected]="each.id === filters().assignee">{{ each.name }}</option>
        }
      </select>
    </label>
    <button ba-button look="ghost" type="button" (click)="changed.emit(none)">{{ t('filters.clear') }}</button>
  `,
  host: { role: 'group', '[attr.aria-label]': "t('filters.label')" },
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 6px;
      padding: 10px 14px;
      border-bottom: 1px solid var(--line);
      background: var(--bg);
    }
    label {
      display: grid;
      grid-template-columns: 84px minmax(0, 1fr);
      align-items: center;
      font-size: 12px;
      color: var(--text-2);
    }
    select {
      font-size: 13px;
      color: var(--text);
    }
    button {
      justify-self: end;
    }
  `,
})
export class ListFilterFields {
  readonly filters = input.required<ListFilters>();
  readonly websites = input.required<readonly WebsiteName[]>();
  readonly changed = output<ListFilters>();

  protected readonly t = inboxTexts();
  protected readonly wording = inject(Wording);
  private readonly assignees = inject(Assignees);
  protected readonly triggers = TRIGGERS;
  protected readonly none = NO_FILTERS;
  // Without their names one can still filter by oneself and by nobody.
  protected readonly people = resource({ loader: () => this.assignees.everybody().catch(() => []), defaultValue: [] });

  protected choose(change: Partial<ListFilters>): void {
    this.changed.emit({ ...this.filters(), ...change });
  }

  protected asTrigger(value: string): Trigger | null {
    return TRIGGERS.find((trigger) => trigger === value) ?? null;
  }
}
