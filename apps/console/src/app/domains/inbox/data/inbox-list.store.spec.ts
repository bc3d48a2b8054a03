import { TestBed } from '@angular/core/testing';
import { aSummary, ANA, minute } from '../testing/builders';
import { FakeTeam } from '../testing/fake-team';
import type { ListQuery } from './belongs';
import { InboxListStore } from './inbox-list.store';

const UNASSIGNED: ListQuery = { view: 'unassigned', websiteId: null, trigger: null, assignee: null, q: '', sort: 'oldest' };
const opened = (id: string, at: number) => aSummary({ id, openedAt: minute(at) });

function setup() {
  const team = new FakeTeam();
  TestBed.configureTestingModule({ providers: [...team.providers, InboxListStore] });
  const sut = TestBed.inject(InboxListStore);
  const ids = () => sut.rows().map(({ id }) => id);
  return { sut, team, ids };
}

describe('InboxListStore', () => {
  it('asks for what is shown', async () => {
    const { sut, team } = setup();
    await sut.show({ view: 'open', websiteId: 'w1', trigger: 'requested', assignee: 'me', q: ' vera ', sort: 'activity' });
    expect(team.handoffs.list).toHaveBeenCalledWith({
      view: 'open',
      websiteId: 'w1',
      trigger: 'requested',
      assignee: 'me',
      q: 'vera',
      sort: 'activity',
      limit: 50,
    });
    expect(sut.phase()).toBe('ready');
  });

  it('keeps what the server found by a word said long ago, when something else is said', async () => {
    const { sut, team, ids } = setup();
    const found = { seq: 2, author: 'visitor' as const, text: 'The gearbox rattles', at: minute(1) };
    team.handoffs.list.mockResolvedValueOnce({ items: [{ ...opened('found', 1), found }], nextCursor: null });
    await sut.show({ ...UNASSIGNED, q: 'gearbox' });
    sut.changed(opened('found', 1));
    sut.changed(opened('other', 2));
    expect(ids()).toEqual(['found']);
    expect(sut.rows()[0]?.found).toEqual(found);
    sut.changed({ ...opened('found', 1), status: 'claimed', assignee: ANA });
    expect(ids()).toEqual([]);
  });

  it('drops the late answer to an earlier question', async () => {
    const { sut, team, ids } = setup();
    let answerFirst: () => void = () => undefined;
    team.handoffs.list.mockImplementationOnce(
      () => new Promise((resolve) => (answerFirst = () => resolve({ items: [opened('old', 1)], nextCursor: null }))),
    );
    team.handoffs.list.mockResolvedValueOnce({ items: [opened('new', 1)], nextCursor: null });
    const first = sut.show(UNASSIGNED);
    await sut.show({ ...UNASSIGNED, view: 'mine' });
    answerFirst();
    await first;
    expect(ids()).toEqual(['new']);
  });

  it('puts a new handoff where it belongs, and takes one away that was claimed', async () => {
    const { sut, team, ids } = setup();
    team.handoffs.list.mockResolvedValueOnce({ items: [opened('a', 1), opened('c', 3)], nextCursor: null });
    await sut.show(UNASSIGNED);
    sut.changed(opened('b', 2));
    expect(ids()).toEqual(['a', 'b', 'c']);
    sut.changed(aSummary({ id: 'a', status: 'claimed', assignee: ANA }));
    expect(ids()).toEqual(['b', 'c']);
  });

  it('leaves what belongs to a later page to that page', async () => {
    const { sut, team, ids } = setup();
    team.handoffs.list.mockResolvedValueOnce({ items: [opened('a', 1)], nextCursor: 'next' });
    await sut.show(UNASSIGNED);
    sut.changed(opened('z', 9));
    expect(ids()).toEqual(['a']);
    team.handoffs.list.mockResolvedValueOnce({ items: [opened('a', 1), opened('z', 9)], nextCursor: null });
    await sut.loadMore();
    expect(ids()).toEqual(['a', 'z']);
    expect(sut.hasMore()).toBe(false);
  });

  it('keeps its rows when it cannot be refreshed', async () => {
    const { sut, team, ids } = setup();
    team.handoffs.list.mockResolvedValueOnce({ items: [opened('a', 1)], nextCursor: null });
    await sut.show(UNASSIGNED);
    team.handoffs.list.mockRejectedValueOnce(new Error('down'));
    await sut.refresh();
    expect(ids()).toEqual(['a']);
    expect(sut.phase()).toBe('ready');
  });

  it('says so when nothing could be loaded', async () => {
    const { sut, team } = setup();
    team.handoffs.list.mockRejectedValueOnce(new Error('down'));
    await sut.show(UNASSIGNED);
    expect(sut.phase()).toBe('failed');
  });

  it('marks a row as read without waiting for the server', async () => {
    const { sut, team } = setup();
    team.handoffs.list.mockResolvedValueOnce({ items: [opened('a', 1)], nextCursor: null });
    await sut.show(UNASSIGNED);
    sut.readUpTo('session-of-a', 3);
    expect(sut.rows()[0]?.teamReadSeq).toBe(3);
  });
});
