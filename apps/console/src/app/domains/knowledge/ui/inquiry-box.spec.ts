import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AskedKnowledge } from '#contracts';
import { InquiryBox } from './inquiry-box';

const ANSWER: AskedKnowledge = {
  confidence: 0.72,
  answered: true,
  text: 'Within 30 days.',
  sources: [{ articleId: 'a1', title: 'Returns', quote: 'Within 30 days.' }],
  candidates: [
    { articleId: 'a1', title: 'Returns', score: 0.8 },
    { articleId: 'a2', title: 'Exchange', score: 0.1 },
  ],
  millis: 1.4,
  threshold: 0.5,
};

describe('baton-inquiry', () => {
  function setup(answer: AskedKnowledge) {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(InquiryBox);
    fixture.componentRef.setInput('answer', answer);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
  const verdict = (root: HTMLElement) => root.querySelector('ba-callout')?.textContent.trim();

  it.each<[Partial<AskedKnowledge>, RegExp]>([
    [{}, /^Sure enough/],
    [{ threshold: 0.8 }, /^Not sure enough/],
    [{ answered: false, text: null, sources: [], confidence: 0.1 }, /^No article answers this/],
  ])('measures the answer against the website’s threshold: %o', (changes, words) => {
    expect(verdict(setup({ ...ANSWER, ...changes }))).toMatch(words);
  });

  it('shows where the line stands, the source, and what else came close', () => {
    const root = setup(ANSWER);
    expect(root.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Confidence 72 %, threshold 50 %');
    expect(root.querySelector<HTMLElement>('.bar b')?.style.left).toBe('50%');
    expect(root.querySelector('figcaption a')?.getAttribute('href')).toBe('/knowledge/a1');
    expect([...root.querySelectorAll('li a')].map((link) => link.textContent)).toEqual(['Exchange']);
  });
});
