import { describe, expect, it } from '@jest/globals';
import { eld } from 'eld/extrasmall';
import { readFileSync } from 'node:fs';
import { detect } from './letters.js';

const TEXTS = [
  ...readFileSync(new URL('../../../test/eval/utterances.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text),
  '',
  ' ',
  'a',
  'abc',
  'Ärger mit der Straßenbahn',
  'Где моя посылка, она должна была прийти вчера',
  'أين طلبي، كان يجب أن يصل أمس',
  '我想退款，因为我的包裹还没有到',
  '注文した商品がまだ届きません',
  'ฉันต้องการคืนสินค้า',
  '😀 so happy 😀 with it',
  'don’t you think it’s time',
  `${'x'.repeat(90)} and ${'ü'.repeat(80)} again`,
  'Where is my parcel '.repeat(80),
  'Wo ist mein Päckchen, bitte? '.repeat(60),
];

describe('detecting a language by its letters', () => {
  it('says what the package it comes from says', () => {
    const ours = TEXTS.map((text) => {
      const { language, reliable, scores } = detect(text);
      return { text, language, reliable, scores: scores() };
    });
    const theirs = TEXTS.map((text) => {
      const found = eld.detect(text);
      return { text, language: found.language, reliable: found.isReliable(), scores: found.language ? found.getScores() : {} };
    });
    expect(ours).toEqual(theirs);
    expect(new Set(ours.map(({ language }) => language)).size).toBeGreaterThan(9);
  });
});
