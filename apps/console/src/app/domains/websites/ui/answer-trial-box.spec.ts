import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { TestAnswer } from '#contracts';
import { AnswerTrialBox } from './answer-trial-box';

const ANSWERED: TestAnswer = {
  outcome: 'answered',
  text: 'Three **days**.',
  verdict: { confidence: 0.8, answered: true, topics: [], complexity: null, sources: [{ articleId: 'a1', title: 'Delivery' }] },
  failure: null,
  responder: 'knowledge',
  millis: 12.3,
  handoff: null,
};
const handoff = { ruleId: 'r1', rule: 'Low confidence', trigger: 'confidence_low', code: 'threshold', reason: 'It was not sure.' } as const;

describe('baton-answer-trial', () => {
  function setup(answer: TestAnswer | null) {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(AnswerTrialBox);
    fixture.componentRef.setInput('threshold', 0.5);
    fixture.componentRef.setInput('answer', answer);
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    return { fixture, root, said: () => root.querySelector('ba-callout')?.textContent.replaceAll(/\s+/gu, ' ').trim() };
  }

  it.each<[string, Partial<TestAnswer>, RegExp]>([
    ['a good answer', {}, /^The visitor would see this answer\.$/],
    [
      'an answer a rule withholds',
      { handoff: { ...handoff, stage: 'after_reply' } },
      /withheld and a person fetched\. Rule “Low confidence”: It was not sure\./,
    ],
    ['a wish for a person', { handoff: { ...handoff, stage: 'before_reply' } }, /before the AI is even asked/],
    ['no answer and no rule', { outcome: 'no_answer', text: null }, /found no answer\. No rule fetches anybody/],
    ['a failure', { outcome: 'failed', text: null, verdict: null, failure: 'timeout', detail: 'nothing in 20 s' }, /The AI did not answer/],
    ['a bot of one’s own', { responder: 'none', outcome: 'no_answer', text: null, verdict: null }, /your own bot would answer/],
  ])('says what a visitor would meet: %s', (_, changes, words) => {
    const { said } = setup({ ...ANSWERED, ...changes });
    expect(said()).toMatch(words);
  });

  it('shows the answer, how sure it is against the threshold, and where it comes from', () => {
    const { root } = setup(ANSWERED);
    expect(root.querySelector('ba-markdown strong')?.textContent).toBe('days');
    expect(root.querySelector('dd')?.textContent).toMatch(/80 %.*threshold 50 %/u);
    expect(root.querySelector('dd a')?.getAttribute('href')).toBe('/knowledge/a1');
  });

  it('tells the cause of a failure in words, and in those of the endpoint', () => {
    const { root } = setup({ ...ANSWERED, outcome: 'failed', text: null, verdict: null, failure: 'refused', detail: '401: bad key' });
    expect([...root.querySelectorAll('.cause')].map((line) => line.textContent)).toEqual([
      'The endpoint refused the request: check the key and the model.',
      'It said: 401: bad key',
    ]);
  });

  it('asks with Ctrl and Enter, and nothing when nothing is asked', () => {
    const { fixture, root } = setup(null);
    const asked: string[] = [];
    fixture.componentInstance.asked.subscribe((text) => asked.push(text));
    const question = root.querySelector('textarea')!;
    const enter = () => question.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    enter();
    question.value = 'Where is it?';
    question.dispatchEvent(new Event('input'));
    enter();
    expect(asked).toEqual(['Where is it?']);
  });
});
