import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AuditEntry } from '#contracts';
import { WebsiteNames } from '../../../editing/website-names';
import { SignedIn } from '../../../shell';
import { AuditList } from '../data/audit-list';
import { UserList } from '../data/user-list';
import AuditPage from './audit.page';

const entry = (action: string): AuditEntry =>
  ({
    id: action,
    at: '2026-03-04T12:30:00.000Z',
    actor: { kind: 'agent', id: 'ana', name: 'Ana Keller' },
    action,
    subject: { type: 'role', id: 'r1', name: 'Auditor' },
    websiteId: null,
    details: {},
  }) as unknown as AuditEntry;

describe('the audit log', () => {
  async function rows(...entries: readonly AuditEntry[]): Promise<string[]> {
    const list = {
      entries: () => entries,
      choice: () => ({ actorId: '', subjectType: '', websiteId: '', fromDay: '', toDay: '' }),
      problem: () => null,
      narrowed: () => false,
      loading: () => false,
      hasMore: () => false,
    };
    TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: SignedIn, useValue: { can: () => true } }] });
    TestBed.overrideComponent(AuditPage, {
      set: {
        providers: [
          { provide: AuditList, useValue: list },
          { provide: UserList, useValue: { all: () => [] } },
          { provide: WebsiteNames, useValue: { websites: () => [], nameOf: () => '' } },
        ],
      },
    });
    const page = TestBed.createComponent(AuditPage);
    await page.whenStable();
    const lines = [...(page.nativeElement as HTMLElement).querySelectorAll('tbody tr')];
    return lines.map((line) => [...line.querySelectorAll('td')].map(({ textContent }) => textContent?.replace(/\s+/gu, ' ').trim()).join(' | '));
  }

  it('says when, who and what, the time apart from the day', async () => {
    const [line] = await rows(entry('role.created'));
    expect(line).toMatch(/2026 \d{1,2}:30.* \| Ana Keller \| made a role Auditor/u);
  });

  it('names what it has no words for yet by its key', async () => {
    expect((await rows(entry('role.painted_green')))[0]).toContain('role.painted_green');
  });
});
