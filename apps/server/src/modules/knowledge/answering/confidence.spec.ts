import { describe, expect, it } from '@jest/globals';
import { confidenceFrom, type Signs } from './confidence.js';

const middling: Signs = { probability: 0.5, runnerUp: 0.2, known: 0.7, articles: 25, askedInWaysPerArticle: 6, sentencesPerArticle: 4 };

describe('confidenceFrom', () => {
  it.each(['probability', 'known'] as const)('grows with %s and stays between 0 and 1', (sign) => {
    const values = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((value) => confidenceFrom({ ...middling, [sign]: value }));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('is low when nothing speaks for the article and high when everything does', () => {
    expect(confidenceFrom({ ...middling, probability: 0.04, runnerUp: 0.03, known: 0.2 })).toBeLessThan(0.2);
    expect(confidenceFrom({ ...middling, probability: 0.95, runnerUp: 0.01, known: 1 })).toBeGreaterThan(0.9);
  });
});
