import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { Handoff } from '#contracts';
import { aHandoff, aSuggestion, minute } from '../testing/builders';
import { HandoffCard } from './handoff-card';
import { PromiseLine } from './promise-line';

async function setup(handoff: Handoff, draft = aSuggestion()) {
  const fixture = TestBed.createComponent(HandoffCard);
  fixture.componentRef.setInput('handoff', handoff);
  fixture.componentRef.setInput('draft', draft);
  const inserted = jest.fn();
  fixture.componentInstance.insert.subscribe(inserted);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { element, fixture, inserted, text: () => element.textContent?.replace(/\s+/g, ' ') ?? '' };
}

describe('HandoffCard', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

  it('says why, with the rule, its version and every condition lit or not', async () => {
    const { element, fixture, text } = await setup(
      aHandoff({
        trigger: 'sensitive_topic',
        rule: { id: 'r1', name: 'Money matters', version: 4 },
        evidence: {
          any: [
            { fact: 'message.topics', operator: 'contains', value: 'billing', factValue: ['billing'], result: true },
            { fact: 'ai.confidence', operator: 'lessThan', value: 0.5, factValue: 0.81, result: false },
          ],
          result: true,
        },
      }),
    );
    expect(text()).toContain('Sensitive topic · rule “Money matters” v4');
    // Who may not see rules reads its name alone.
    expect(element.querySelector('header a')).toBeNull();
    fixture.componentRef.setInput('mayOpenRule', true);
    await fixture.whenStable();
    expect(element.querySelector('header a')?.getAttribute('href')).toBe('/rules/r1');
    expect([...element.querySelectorAll('baton-evidence-tree li')].map((line) => line.classList.contains('held'))).toEqual([true, false]);
    // Colour never speaks alone.
    expect(text()).toContain('AI confidence is under 0.5 (was 0.81): not true');
  });

  it('offers what the AI held back', async () => {
    const { element, inserted } = await setup(aHandoff());
    element.querySelector<HTMLButtonElement>('.draft-foot button')!.click();
    expect(inserted).toHaveBeenCalledWith('Refunds take 5 days.');
  });

  it('offers nothing for a reply that nobody can write any more', async () => {
    const { element, text } = await setup(aHandoff({ status: 'resolved' }));
    expect(text()).toContain('Refunds take 5 days.');
    expect(element.querySelector('.draft-foot button')).toBeNull();
  });

  describe('the promise to the visitor', () => {
    const promise = { position: 1, etaSeconds: 300, madeAt: minute(10), kept: null };
    const at = (minutes: number) => jest.useFakeTimers({ now: Date.parse(minute(minutes)) });
    afterEach(() => jest.useRealTimers());

    async function standing(handoff: Handoff): Promise<{ kind: string | null; said: string }> {
      const fixture = TestBed.createComponent(PromiseLine);
      fixture.componentRef.setInput('handoff', handoff);
      fixture.detectChanges();
      const element = fixture.nativeElement as HTMLElement;
      return { kind: element.getAttribute('data-standing'), said: element.textContent?.replace(/\s+/g, ' ').trim() ?? '' };
    }

    it('counts down while there is time', async () => {
      at(12);
      const { kind, said } = await standing(aHandoff({ promise }));
      expect(kind).toBe('running');
      expect(said).toMatch(/^Next in line, a reply in about 5 minutes\. Promised by .+ 3 m left$/);
    });

    it('reads as passed once it has', async () => {
      at(21);
      const { kind, said } = await standing(aHandoff({ promise }));
      expect(kind).toBe('passed');
      expect(said).toMatch(/Promised by .+ 6 m over$/);
    });

    it('passes while one looks at it', async () => {
      at(14);
      const fixture = TestBed.createComponent(PromiseLine);
      fixture.componentRef.setInput('handoff', aHandoff({ promise }));
      fixture.detectChanges();
      jest.advanceTimersByTime(60_000);
      fixture.detectChanges();
      expect((fixture.nativeElement as HTMLElement).getAttribute('data-standing')).toBe('passed');
    });

    it('says whether it was kept, by how much it was not, or that nobody answered', async () => {
      at(30);
      expect((await standing(aHandoff({ promise, firstResponseAt: minute(13) }))).kind).toBe('kept');
      expect((await standing(aHandoff({ promise, firstResponseAt: minute(22) }))).said).toContain('answered 7 m late');
      expect((await standing(aHandoff({ promise, status: 'cancelled' }))).kind).toBe('unanswered');
    });

    it('says that no time was promised', async () => {
      const { kind, said } = await standing(aHandoff({ promise: { ...promise, etaSeconds: null } }));
      expect([kind, said]).toEqual([null, 'Next in line. No time was promised.']);
    });
  });

  it('says what is missing', async () => {
    const visitor = { ...aHandoff().visitor, email: null };
    expect((await setup(aHandoff({ visitor }))).text()).toContain('No email address');
    expect((await setup(aHandoff({ visitor, status: 'resolved' }))).text()).not.toContain('No email address');
  });

  it('folds long evidence to what held, and shows the rest when asked', async () => {
    const leaf = (value: number, result: boolean) => ({ fact: 'ai.confidence', operator: 'lessThan', value, factValue: 0.4, result });
    const all = [...Array.from({ length: 9 }, (_, at) => leaf(at, false)), leaf(20, true)];
    const { element, fixture } = await setup(aHandoff({ evidence: { any: all, result: true } }));
    const lines = () => [...element.querySelectorAll('baton-evidence-tree li')];
    expect(lines()).toHaveLength(6);
    expect(lines().filter((line) => line.classList.contains('held'))).toHaveLength(1);
    element.querySelector<HTMLButtonElement>('baton-evidence-tree button')!.click();
    await fixture.whenStable();
    expect(lines()).toHaveLength(10);
  });

  it('shows no folded condition without the group it belongs to', async () => {
    const leaf = (value: number, result: boolean) => ({ fact: 'ai.confidence', operator: 'lessThan', value, factValue: 0.4, result });
    const failed = { all: [leaf(1, true), leaf(2, false), leaf(3, true)], result: false };
    const held = { all: [leaf(4, true), leaf(5, true)], result: true };
    const { element } = await setup(aHandoff({ evidence: { any: [failed, held], result: true } }));
    const shown = [...element.querySelectorAll('baton-evidence-tree li')].map((line) => line.textContent?.replace(/\s+/g, ' ').trim());
    expect(shown).toEqual([
      'all of these: not true',
      'all of these: true',
      'AI confidence is under 4 (was 0.4): true',
      'AI confidence is under 5 (was 0.4): true',
    ]);
  });

  it('folds a long draft', async () => {
    const { element, fixture } = await setup(aHandoff(), aSuggestion({ text: 'A line.\n'.repeat(30) }));
    const button = element.querySelector<HTMLButtonElement>('baton-fold button')!;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    await fixture.whenStable();
    expect(element.querySelector('baton-fold .folded')).toBeNull();
  });
});
