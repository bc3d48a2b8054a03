import { addTopic, changesOf, keysOf, removeTopic, setAdded, turnSign, wordsOf, type Topics } from './topic-draft';

const NONE: Topics = [];

describe('topics of a website', () => {
  it('begin with the built-in ones, and hold only what was changed', () => {
    expect(keysOf(NONE)).toContain('billing');
    const changed = setAdded(NONE, 'billing', 'de', ['Gutschrift']);
    expect(changed).toEqual([{ key: 'billing', label: null, words: [{ language: 'de', added: ['Gutschrift'], off: [] }] }]);
    expect(setAdded(changed, 'billing', 'de', [])[0]!.words).toEqual([]);
  });

  it('switch a sign off and on without forgetting words', () => {
    const words = setAdded(NONE, 'legal', 'en', ['tribunal']);
    const off = turnSign(turnSign(words, 'legal', 'en', 'a', false), 'legal', 'en', 'b', false);
    expect(wordsOf(off, 'legal', 'en')).toEqual({ language: 'en', added: ['tribunal'], off: ['a', 'b'] });
    expect(changesOf(turnSign(off, 'legal', 'en', 'a', true), 'legal')).toEqual({ added: 1, off: 1 });
  });

  it('have keys that rules can use, none of them twice', () => {
    const first = addTopic(NONE, 'Große Aufträge!');
    expect(first.key).toBe('gro_e_auftrage');
    expect(addTopic(first.topics, 'Große Aufträge').key).toBe('gro_e_auftrage_2');
    expect(addTopic(NONE, 'Billing').key).toBe('billing_2');
    expect(addTopic(NONE, '批发').key).toBe('topic');
    expect(removeTopic(first.topics, first.key)).toEqual([]);
  });
});
