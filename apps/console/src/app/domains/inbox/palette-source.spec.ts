import { TestBed } from '@angular/core/testing';
import conversations from './palette-source';
import { aSummary, minute } from './testing/builders';
import { FakeTeam } from './testing/fake-team';

describe('conversations in the palette', () => {
  async function found(...items: readonly ReturnType<typeof aSummary>[]) {
    const team = new FakeTeam();
    team.handoffs.list.mockResolvedValueOnce({ items, nextCursor: null });
    TestBed.configureTestingModule({ providers: [...team.providers] });
    return TestBed.runInInjectionContext(conversations).search('gearbox', new AbortController().signal);
  }

  it('show what was found in them, and lead to where it was said', async () => {
    const message = { seq: 2, author: 'visitor' as const, text: 'The gearbox rattles', at: minute(2) };
    expect(await found(aSummary({ found: message }), aSummary({ id: 'h2', status: 'resolved' }))).toMatchObject([
      { title: 'Vera Kowalska', detail: 'The gearbox rattles', url: '/inbox/open/h1#2' },
      { detail: 'I want to talk to a person', url: '/inbox/resolved/h2' },
    ]);
  });
});
