import { describe, expect, it } from '@jest/globals';
import type { KnowledgeAnswer } from '#contracts';
import { verdictOn } from './grounded-verdict.js';
import type { Header } from './header.js';

const excerpts = [
  { articleId: 'delivery', title: 'Delivery', url: 'https://shop.example/d', text: 'Three days.' },
  { articleId: 'returns', title: 'Returns', url: null, text: '30 days.' },
];
const knowledge = (confidence: number): KnowledgeAnswer => ({
  confidence,
  answered: confidence > 0.2,
  text: 'Three days.',
  sources: confidence > 0.2 ? [{ articleId: 'delivery', title: 'Delivery', url: 'https://shop.example/d', quote: 'Three days.' }] : [],
  candidates: [],
  millis: 1,
});
const header = (more: Partial<Header> = {}): Header => ({
  confidence: 0.9,
  answered: true,
  topics: ['delivery'],
  complexity: 0.1,
  sources: [],
  ...more,
});

describe('verdictOn', () => {
  it('believes a model the more, the better an article bears out what is asked', () => {
    const confidences = [0, 0.3, 0.6, 0.9].map((support) => verdictOn(header(), knowledge(support), excerpts).confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    expect(new Set(confidences).size).toBe(4);
  });

  it('believes a model that says it has no answer, whatever it says of its confidence', () => {
    expect(verdictOn(header({ answered: false }), knowledge(0.9), excerpts)).toMatchObject({ answered: false, confidence: 0.3, sources: [] });
  });

  it('is never certain', () => {
    expect(verdictOn(header({ confidence: 1 }), knowledge(1), excerpts).confidence).toBeLessThan(1);
  });

  it('goes by the articles when there is no header', () => {
    expect(verdictOn(null, knowledge(0.8), excerpts)).toMatchObject({ answered: true, confidence: 0.8, complexity: null });
    expect(verdictOn(null, knowledge(0.1), excerpts)).toMatchObject({ answered: false, sources: [] });
  });

  it('has only the word of the model where there are no articles', () => {
    expect(verdictOn(header({ confidence: 0.6 }), knowledge(0), []).confidence).toBe(0.6);
    expect(verdictOn(null, knowledge(0), [])).toMatchObject({ answered: true, confidence: 0.5 });
  });

  it('names the articles the model used, once, and ignores numbers it made up', () => {
    const { sources } = verdictOn(header({ sources: [2, 2, 7, 1] }), knowledge(0.8), excerpts);
    expect(sources).toEqual([
      { articleId: 'returns', title: 'Returns' },
      { articleId: 'delivery', title: 'Delivery', url: 'https://shop.example/d', quote: 'Three days.' },
    ]);
  });

  it('names the article that clearly answers when the model names none', () => {
    expect(verdictOn(header(), knowledge(0.8), excerpts).sources).toHaveLength(1);
    expect(verdictOn(header(), knowledge(0.3), excerpts).sources).toEqual([]);
  });
});
