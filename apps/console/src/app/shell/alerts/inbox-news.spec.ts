import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { HandoffSummary } from '#contracts';
import { aHandoff, aSummary, ANA, BEA, minute } from '../../domains/inbox/testing/builders';
import { FakeTeam } from '../../domains/inbox/testing/fake-team';
import { settled } from '../../domains/inbox/testing/settled';
import { Toasts } from '#ui';
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

  it('says who gave one a conversation, and nothing of those one took', async () => {
    const { team, raise } = await setup();
    const by = (kind: 'assigned' | 'claimed', actor: typeof ANA) =>
      team.handoffs.get.mockResolvedValueOnce(
        aHandoff({ timeline: [{ id: 't1', kind, at: minute(9), actor: { kind: 'agent', ...actor }, details: {} }] }),
      );
    by('claimed', ANA);
    team.tell('handoff.updated', { handoff: mine({ id: 'taken' }) });
    await settled();
    expect(raise).not.toHaveBeenCalled();
    by('assigned', BEA);
    team.tell('handoff.updated', { handoff: mine({ id: 'given' }) });
    await settled();
    expect(raise).toHaveBeenCalledTimes(1);
    expect(raise).toHaveBeenCalledWith(expect.objectContaining({ title: `${BEA.name} gave you Vera Kowalska`, view: 'mine' }));
    expect(
      TestBed.inject(Toasts)
        .list()
        .map(({ text }) => text),
    ).toEqual([`${BEA.name} gave you Vera Kowalska`]);
  });

  it('also says what was given while the line was down', async () => {
    const { team, raise } = await setup();
    team.handoffs.list.mockResolvedValueOnce({ items: [mine({ id: 'given' })], nextCursor: null });
    team.handoffs.get.mockResolvedValueOnce(
      aHandoff({ timeline: [{ id: 't1', kind: 'assigned', at: minute(9), actor: { kind: 'agent', ...BEA }, details: {} }] }),
    );
    team.tell('inbox', { counts: { mine: 1, unassigned: 0, sla_at_risk: 0, offline: 0, open: 1, resolved: 0 } });
    await settled();
    expect(raise).toHaveBeenCalledTimes(1);
  });

  it('forgets everything with the login', async () => {
    const { sut, team, stop } = await setup([mine({ teamReadSeq: 1 })]);
    stop();
    team.tell('handoff.opened', { handoff: aSummary() });
    expect(sut.count()).toBe(0);
  });
});
