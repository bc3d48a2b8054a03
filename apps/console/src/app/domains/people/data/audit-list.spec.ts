import { TestBed } from '@angular/core/testing';
import type { AuditEntry, Page } from '#contracts';
import { AuditList, filterOf } from './audit-list';
import { PeopleApi, type AuditFilter } from './people-api';

const entry = (id: string): AuditEntry => ({
  id,
  at: '2026-01-01T00:00:00Z',
  actor: { kind: 'user', id: 'u', name: 'Ana' },
  action: 'team.created',
  subject: { type: 'team', id: 't', name: 'Billing' },
  websiteId: null,
  details: {},
});

describe('AuditList', () => {
  function setup(answers: (filter: AuditFilter, cursor: string | null) => Promise<Page<AuditEntry>>) {
    TestBed.configureTestingModule({ providers: [AuditList, { provide: PeopleApi, useValue: { audit: answers } }] });
    const list = TestBed.inject(AuditList);
    const ids = () => list.entries().map(({ id }) => id);
    const settled = async () => {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    };
    return { list, ids, settled };
  }

  it('goes on where the page before ended, and begins anew with another choice', async () => {
    const asked: unknown[] = [];
    const { list, ids, settled } = setup(async (filter, cursor) => {
      asked.push([filter.subjectType, cursor]);
      return { items: [entry(`${filter.subjectType}${cursor ?? 'first'}`)], nextCursor: cursor ? null : 'second' };
    });
    await settled();
    await list.more();
    expect(ids()).toEqual(['first', 'second']);
    expect(list.hasMore()).toBe(false);
    list.choose({ subjectType: 'team' });
    await settled();
    expect(ids()).toEqual(['teamfirst']);
    expect(asked).toEqual([
      ['', null],
      ['', 'second'],
      ['team', null],
    ]);
  });

  it('shows the answer to the last question only', async () => {
    const open: ((page: Page<AuditEntry>) => void)[] = [];
    const { list, ids, settled } = setup(() => new Promise((resolve) => open.push(resolve)));
    await settled();
    list.choose({ actorId: 'ana' });
    await settled();
    open[1]!({ items: [entry('new')], nextCursor: null });
    await settled();
    open[0]!({ items: [entry('old')], nextCursor: 'x' });
    await settled();
    expect(ids()).toEqual(['new']);
    expect(list.hasMore()).toBe(false);
  });

  it('asks for whole days, the last one included', () => {
    const { from, to } = filterOf({ actorId: '', subjectType: '', websiteId: '', fromDay: '2026-03-28', toDay: '2026-03-29' });
    expect([new Date(from), new Date(to)]).toEqual([new Date('2026-03-28T00:00'), new Date('2026-03-30T00:00')]);
    expect(filterOf({ actorId: 'a', subjectType: '', websiteId: '', fromDay: '', toDay: '' })).toMatchObject({ from: '', to: '' });
  });
});
