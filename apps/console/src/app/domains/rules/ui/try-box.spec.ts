import { TestBed } from '@angular/core/testing';
import type { TeamMessage } from '#contracts';
import type { TriedWith } from '../data/trial';
import { TryBox } from './try-box';

const message = (seq: number, kind: 'visitor' | 'ai') => ({ seq, text: `message ${seq}`, author: { kind } }) as TeamMessage;

async function setup() {
  const fixture = TestBed.createComponent(TryBox);
  fixture.componentRef.setInput('outcome', null);
  fixture.componentRef.setInput('action', 'handoff');
  fixture.componentRef.setInput('stage', 'before_reply');
  const tried: TriedWith[] = [];
  let wanted = 0;
  fixture.componentInstance.tried.subscribe((of) => tried.push(of));
  fixture.componentInstance.sessionsWanted.subscribe(() => (wanted += 1));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { fixture, element, tried, wanted: () => wanted };
}

describe('TryBox', () => {
  it('tries with Enter, and begins a new line with Shift', async () => {
    const { fixture, element, tried } = await setup();
    const field = element.querySelector('textarea')!;
    field.value = ' My card was charged twice ';
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true }));
    expect(tried).toEqual([]);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(tried).toEqual([{ kind: 'message', text: 'My card was charged twice' }]);
  });

  it('offers the messages of the visitor in a past conversation', async () => {
    const { fixture, element, tried, wanted } = await setup();
    element.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    await fixture.whenStable();
    expect(wanted()).toBe(1);
    fixture.componentRef.setInput('sessions', [{ id: 's1', visitor: 'Vera', text: 'twice', at: '2026-11-29T10:00:00Z' }]);
    fixture.componentRef.setInput('messages', [message(1, 'visitor'), message(2, 'ai'), message(3, 'visitor')]);
    await fixture.whenStable();
    const [session, place] = element.querySelectorAll('select');
    session!.value = 's1';
    session!.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect([...place!.options].map(({ value }) => value)).toEqual(['', '1', '3']);
    place!.value = '3';
    place!.dispatchEvent(new Event('change'));
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(tried).toEqual([{ kind: 'session', sessionId: 's1', seq: 3 }]);
  });
});
