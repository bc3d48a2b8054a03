import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { HandoffSummary } from '#contracts';
import { aSummary, ANA, BEA } from '../../domains/inbox/testing/builders';
import { FakeTeam } from '../../domains/inbox/testing/fake-team';
import { settled } from '../../domains/inbox/testing/settled';
import { Alerts } from './alerts';
import { InboxNews } from './inbox-news';

const mine = (given: Partial<HandoffSummary> = {}) =>
  aSummary({ id: 'mine', status: 'claimed', assignee: ANA, lastSeq: 3, teamReadSeq: 3, ...given });

async function setup(own: readonly HandoffSummary[] = []) {
  const team = new FakeTeam();
  team.handoffs.list.mockResolvedValue({ items: own, nextCursor: null });
  const raise = jest.fn();
  TestBed.configureTestingModule({ providers: [...team.providers, { provide: Alerts, useValue: { raise } }] });
  const sut = TestBed.inject(InboxNews);
  const stop = sut.follow();
  await settled();
  return { sut, team, raise, stop };
}

describe('InboxNews', () => {
  it('counts the unread conversations of one’s own', async () => {
    const { sut, team } = await setup([mine({ teamReadSeq: 1 }), mine({ id: 'read' })]);
    expect(sut.count()).toBe(1);
    team.tell('handoff.updated', { handoff: mine() });
    expect(sut.count()).toBe(0);
    team.tell('handoff.updated', { handoff: aSummary({ id: 'other', status: 'claimed', assignee: BEA }) });
    expect(sut.count()).toBe(0);
  });

  it('counts who came since one last looked, until somebody claims it', async () => {
    const { sut, team, raise } = await setup();
    team.tell('handoff.opened', { handoff: aSummary({ id: 'a' }) });
    team.tell('handoff.opened', { handoff: aSummary({ id: 'b' }) });
    expect(sut.count()).toBe(2);
    team.tell('handoff.updated', { handoff: aSummary({ id: 'a', status: 'claimed', assignee: BEA }) });
    expect(sut.count()).toBe(1);
    sut.lookedAtWaiting();
    expect(sut.count()).toBe(0);
    expect(raise).toHaveBeenCalledTimes(2);
  });

  it('calls for what a visitor writes in one of mine, once, and for nothing else', async () => {
    const { team, raise } = await setup([mine()]);
    const said = (author: 'visitor' | 'agent', lastSeq: number) =>
      mine({ lastSeq, lastMessage: { author, text: 'Hello?', at: '2026-03-04T12:30:00.000Z' } });
    team.tell('handoff.updated', { handoff: said('agent', 4) });
    expect(raise).not.toHaveBeenCalled();
    team.tell('handoff.updated', { handoff: said('visitor', 5) });
    team.tell('handoff.updated', { handoff: said('visitor', 5) });
    expect(raise).toHaveBeenCalledTimes(1);
    expect(raise).toHaveBeenCalledWith(expect.objectContaining({ title: 'Vera Kowalska wrote', view: 'mine' }));
  });

  it('forgets everything with the login', async () => {
    const { sut, team, stop } = await setup([mine({ teamReadSeq: 1 })]);
    stop();
    team.tell('handoff.opened', { handoff: aSummary() });
    expect(sut.count()).toBe(0);
  });
});
