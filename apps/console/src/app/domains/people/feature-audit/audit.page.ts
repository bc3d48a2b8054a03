import { Component, computed, inject } from '@angular/core';
import type { AuditEntry } from '#contracts';
import { BaButton, BaCallout, BaChip, BaEmpty, BaInput, BaPage, BaPanel, BaSkeleton, BaTable } from '#ui';
import { WebsiteNames } from '../../../editing/website-names';
import { Texts } from '../../../i18n';
import { AuditList } from '../data/audit-list';
import { UserList } from '../data/user-list';
import { peopleTexts, type PeopleTexts } from '../texts';
import { LoadProblem } from '../ui/load-problem';
import { PeopleNav } from '../ui/people-nav';

const KINDS = ['user', 'role', 'team', 'api_key', 'website', 'knowledge_article', 'rule', 'handoff'] as const;
type Action = Parameters<PeopleTexts>[0] & `audit.action.${string}`;

/** Who did what, and when. */
@Component({
  imports: [BaButton, BaCallout, BaChip, BaEmpty, BaInput, BaPage, BaPanel, BaSkeleton, BaTable, LoadProblem, PeopleNav],
  providers: [AuditList, UserList, WebsiteNames],
  templateUrl: './audit.page.html',
  styleUrl: '../ui/lists.css',
  styles: `
    .filters {
      align-items: end;
    }
    label {
      display: grid;
      gap: 4px;
    }
    label span {
      font-size: 12px;
      color: var(--text-2);
    }
    label select,
    label input {
      width: 168px;
    }
    .reset {
      color: var(--accent);
    }
    b {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    td {
      vertical-align: top;
    }
    details {
      margin-top: 4px;
      font-size: 12px;
      color: var(--text-3);
    }
    summary {
      width: fit-content;
      cursor: pointer;
      border-radius: var(--r-s);
    }
    summary:focus-visible {
      outline: 2px solid var(--accent);
      box-shadow: none;
    }
    pre {
      margin: 4px 0 0;
      padding: 8px 10px;
      border-radius: var(--r-s);
      background: var(--sunken);
      color: var(--text-2);
      font: 11px/16px var(--mono);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .skeleton {
      padding: 16px;
    }
    .below {
      margin-top: 12px;
    }
    .when {
      white-space: nowrap;
    }
    @media (max-width: 720px) {
      .when span {
        display: block;
      }
      label {
        flex: 1 1 140px;
      }
      label select,
      label input {
        width: 100%;
        max-width: none;
      }
    }
  `,
})
export default class AuditPage {
  protected readonly t = peopleTexts();
  protected readonly list = inject(AuditList);
  protected readonly people = inject(UserList);
  protected readonly websites = inject(WebsiteNames);
  private readonly texts = inject(Texts);

  protected readonly kinds = computed(() => KINDS.map((value) => ({ value, label: this.t(`audit.kinds.${value}`) })));

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected moment(iso: string): string {
    return new Date(iso).toLocaleString(this.texts.locale(), { dateStyle: 'full', timeStyle: 'medium' });
  }

  protected day(iso: string): string {
    return new Date(iso).toLocaleDateString(this.texts.locale(), { dateStyle: 'medium' });
  }

  protected time(iso: string): string {
    return new Date(iso).toLocaleTimeString(this.texts.locale(), { timeStyle: 'short' });
  }

  protected actorOf({ actor }: AuditEntry): string {
    return actor.name ?? this.t(actor.kind === 'visitor' ? 'audit.visitor' : 'audit.system');
  }

  /** An action that has no words yet is better named by its key than left out. */
  protected wordsOf({ action }: AuditEntry): string {
    return this.texts.has(`people.audit.action.${action}`) ? this.t(`audit.action.${action}` as Action) : action;
  }

  /** What one does to oneself names oneself once. */
  protected subjectOf({ actor, subject }: AuditEntry): string | null {
    return subject.id !== null && subject.id === actor.id ? null : subject.name;
  }

  protected detailsOf({ details }: AuditEntry): string | null {
    return Object.keys(details).length > 0 ? JSON.stringify(details, null, 2) : null;
  }
}
