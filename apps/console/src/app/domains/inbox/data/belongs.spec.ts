import { aSummary, ANA, BEA, minute } from '../testing/builders';
import { belongs, inOrder, type ListQuery } from './belongs';

const query = (given: Partial<ListQuery>): ListQuery => ({
  view: 'open',
  websiteId: null,
  trigger: null,
  assignee: null,
  q: '',
  sort: 'oldest',
  ...given,
});
const claimed = (assignee: typeof ANA) => aSummary({ status: 'claimed', assignee });

describe('belongs', () => {
  it('gives every view what the server would', () => {
    expect(belongs(claimed(ANA), query({ view: 'mine' }), ANA.id)).toBe(true);
    expect(belongs(claimed(BEA), query({ view: 'mine' }), ANA.id)).toBe(false);
    expect(belongs(aSummary(), query({ view: 'unassigned' }), ANA.id)).toBe(true);
    expect(belongs(aSummary({ trigger: 'offline_capture' }), query({ view: 'unassigned' }), ANA.id)).toBe(false);
    expect(belongs(aSummary({ trigger: 'offline_capture' }), query({ view: 'offline' }), ANA.id)).toBe(true);
    expect(belongs(aSummary({ status: 'cancelled' }), query({ view: 'open' }), ANA.id)).toBe(false);
    expect(belongs(aSummary({ status: 'cancelled' }), query({ view: 'resolved' }), ANA.id)).toBe(true);
  });

  it('keeps to the website and the words asked for', () => {
    expect(belongs(aSummary(), query({ websiteId: 'w2' }), ANA.id)).toBe(false);
    expect(belongs(aSummary(), query({ q: ' PERSON talk ' }), ANA.id)).toBe(true);
    expect(belongs(aSummary(), query({ q: 'véra person' }), ANA.id)).toBe(true);
    expect(belongs(aSummary(), query({ q: 'vera refund' }), ANA.id)).toBe(false);
  });

  it('keeps to the reason and the person filtered by', () => {
    expect(belongs(aSummary(), query({ trigger: 'time_limit' }), ANA.id)).toBe(false);
    expect(belongs(aSummary(), query({ trigger: 'requested' }), ANA.id)).toBe(true);
    expect(belongs(claimed(ANA), query({ assignee: 'me' }), ANA.id)).toBe(true);
    expect(belongs(claimed(BEA), query({ assignee: 'me' }), ANA.id)).toBe(false);
    expect(belongs(claimed(BEA), query({ assignee: BEA.id }), ANA.id)).toBe(true);
    expect(belongs(claimed(BEA), query({ assignee: 'none' }), ANA.id)).toBe(false);
  });
});

describe('inOrder', () => {
  const early = aSummary({ id: 'a', openedAt: minute(1), lastActivityAt: minute(9) });
  const late = aSummary({ id: 'b', openedAt: minute(2), lastActivityAt: minute(8) });
  const order = (sort: ListQuery['sort']) => [late, early].sort(inOrder({ view: 'open', sort })).map(({ id }) => id);

  it('follows the chosen sort', () => {
    expect(order('oldest')).toEqual(['a', 'b']);
    expect(order('newest')).toEqual(['b', 'a']);
    expect(order('activity')).toEqual(['a', 'b']);
  });

  it('reads what has ended from the latest end on', () => {
    const ended = [aSummary({ id: 'a', resolvedAt: minute(1) }), aSummary({ id: 'b', cancelledAt: minute(2) })];
    expect(ended.sort(inOrder({ view: 'resolved', sort: 'oldest' })).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
