import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { HandoffSummary } from '#contracts';
import { aSummary, ANA, minute } from '../testing/builders';
import { HandoffRow } from './handoff-row';

async function setup(handoff: HandoffSummary, showState = false, more: { words?: string; begun?: string; unsent?: string } = {}) {
  const fixture = TestBed.createComponent(HandoffRow);
  fixture.componentRef.setInput('handoff', handoff);
  fixture.componentRef.setInput('link', ['/inbox', 'open', handoff.id]);
  fixture.componentRef.setInput('showState', showState);
  for (const [name, value] of Object.entries(more)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { link: element.querySelector('a')!, text: element.textContent?.replace(/\s+/g, ' ') ?? '' };
}

describe('HandoffRow', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

  it('says who, why, what and where', async () => {
    const { link, text } = await setup(aSummary());
    expect(text).toContain('Vera Kowalska');
    expect(text).toContain('I want to talk to a person');
    expect(text).toContain('Asked for a person');
    expect(text).toContain('Northwind');
    expect(link.getAttribute('href')).toBe('/inbox/open/h1');
  });

  it('is unread until the team has read to the end, and says so in words', async () => {
    expect((await setup(aSummary())).text).toContain('unread');
    expect((await setup(aSummary({ teamReadSeq: 3 }))).text).not.toContain('unread');
  });

  it('names a visitor who gave no name the same way everywhere', async () => {
    expect((await setup(aSummary({ visitor: { id: 'visitor-7q2m', name: null, email: null } }))).text).toContain('Visitor 7Q2M');
  });

  it('narrows the trigger by what set it off', async () => {
    expect((await setup(aSummary({ trigger: 'sensitive_topic', code: 'billing' }))).text).toContain('Sensitive · billing');
    expect((await setup(aSummary({ trigger: 'confidence_low', code: 'no_answer' }))).text).toContain('No answer found');
  });

  it('stops the wait with the first reply', async () => {
    expect((await setup(aSummary())).link.querySelector('ba-pill')).not.toBeNull();
    expect((await setup(aSummary({ status: 'claimed', firstResponseAt: minute(12) }))).link.querySelector('ba-pill')).toBeNull();
    // Back in the queue, somebody waits again.
    expect((await setup(aSummary({ firstResponseAt: minute(12) }))).link.querySelector('ba-pill')).not.toBeNull();
  });

  it('says who has it where all states are listed', async () => {
    expect((await setup(aSummary({ status: 'claimed', assignee: ANA }), true)).text).toContain('Ana Keller');
  });

  it('marks what was searched for, and shows the address it was found by', async () => {
    const found = await setup(aSummary(), false, { words: 'person' });
    expect([...found.link.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['person']);
    const byAddress = await setup(aSummary(), false, { words: 'vera@ex' });
    expect(byAddress.text).toContain('vera@example.org');
    expect(byAddress.link.querySelector('mark')?.textContent).toBe('vera@ex');
  });

  it('shows the reply that was begun here', async () => {
    expect((await setup(aSummary(), false, { begun: 'Dear Vera' })).text).toContain('Draft: Dear Vera');
  });

  it('says first of all that a reply did not leave', async () => {
    const { text } = await setup(aSummary(), false, { begun: 'And half a', unsent: 'I have asked the carrier' });
    expect(text).toContain('Not sent: I have asked the carrier');
    expect(text).not.toContain('And half a');
  });

  it('shows the earlier message by which it was found, and leads to it', async () => {
    const found = { seq: 2, author: 'ai' as const, text: 'Your gearbox is under guarantee', at: minute(2) };
    const earlier = await setup(aSummary({ found }), false, { words: 'gearbox' });
    expect(earlier.text).toContain('AI: Your gearbox is under guarantee');
    expect(earlier.link.getAttribute('href')).toBe('/inbox/open/h1#2');
    // The last message shows it by itself.
    const last = await setup(aSummary({ found }), false, { words: 'person' });
    expect(last.text).toContain('I want to talk to a person');
    expect(last.link.getAttribute('href')).toBe('/inbox/open/h1');
  });
});
