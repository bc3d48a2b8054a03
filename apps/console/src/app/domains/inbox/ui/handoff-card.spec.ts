import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Handoff } from '#contracts';
import { aHandoff, aSuggestion, minute } from '../testing/builders';
import { HandoffCard } from './handoff-card';

async function setup(handoff: Handoff, draft = aSuggestion()) {
  const fixture = TestBed.createComponent(HandoffCard);
  fixture.componentRef.setInput('handoff', handoff);
  fixture.componentRef.setInput('draft', draft);
  const inserted = jest.fn();
  fixture.componentInstance.insert.subscribe(inserted);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { element, inserted, text: () => element.textContent?.replace(/\s+/g, ' ') ?? '' };
}

describe('HandoffCard', () => {
  it('says why, with the rule, its version and every condition lit or not', async () => {
    const { element, text } = await setup(
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
    expect([...element.querySelectorAll('.line')].map((line) => line.classList.contains('held'))).toEqual([true, false]);
    // Colour never speaks alone.
    expect(text()).toContain('AI confidence is under 0.5 (was 0.81): not true');
  });

  it('offers what the AI held back', async () => {
    const { element, inserted } = await setup(aHandoff());
    element.querySelector<HTMLButtonElement>('.draft-foot button')!.click();
    expect(inserted).toHaveBeenCalledWith('Refunds take 5 days.');
  });

  it('says what the visitor was told, and whether it was kept', async () => {
    const promise = { position: 1, etaSeconds: 300, madeAt: minute(10), kept: true };
    expect((await setup(aHandoff({ promise }))).text()).toContain('Next in line, a reply in about 5 minutes. The promise was kept.');
  });

  it('says what is missing', async () => {
    const visitor = { ...aHandoff().visitor, email: null };
    expect((await setup(aHandoff({ visitor }))).text()).toContain('No email address');
  });
});
