import { describe, expect, it } from '@jest/globals';
import { asTsquery, wantedIn, wordsOf } from './words.js';

const words = (text: string): string[] => [...wordsOf(text)];
const query = (question: string): string => asTsquery(wantedIn(question));

describe('wordsOf', () => {
  it.each([
    ['Où est mon café ?', ['ou', 'est', 'mon', 'cafe']],
    ['Die Straße, ÄRGER!', ['die', 'strasse', 'arger']],
    ['İstanbul’da ığdır', ['istanbul', 'da', 'igdir']],
    ['łódź smørrebrød œuvre', ['lodz', 'smorrebrod', 'oeuvre']],
    ['أين طَلَبِي', ['اين', 'طلبي']],
    ['ΟΔΥΣΣΕΥΣ', ['οδυσσευσ']],
    ['order #A-1234/b', ['order', 'a', '1234', 'b']],
  ])('reads %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('knows an address as a whole and in its parts', () => {
    expect(words('Mail ana.lopez+x@shop.test.')).toEqual(['mail', 'ana', 'lopez', 'x', 'shop', 'test', 'ana.lopez+x@shop.test']);
  });

  it('pairs the letters of a script without spaces', () => {
    expect(words('我想退款')).toEqual(['我想退款', '我想', '想退', '退款']);
  });

  it('cuts what is too long for a word, and splits no letter in two', () => {
    const [word] = words('𝒂'.repeat(10) + '𐐷'.repeat(100));
    expect(word).toHaveLength('aaaaaaaaaa'.length + 50 * 2);
    expect(word!.isWellFormed()).toBe(true);
  });
});

describe('wantedIn', () => {
  it.each([
    ['Refund', `'refund':*`],
    ['  café  REFUND ', `'cafe' & 'refund':*`],
    ['#A-1234', `'a' & '1234':*`],
    ['ana@shop', `'ana@shop':*`],
    ['@shop.test', `'shop' & 'test':*`],
    ['ana@shop.test refund', `'ana@shop.test' & 'refund':*`],
    ['refund ana@', `'refund' & 'ana@':*`],
    ["it's", `'it' & 's':*`],
    ['退款', `'退款':*`],
    ['想退款', `'想退' & '退款':*`],
    [`' & 'x':* | !'y`, `'x' & 'y':*`],
  ])('asks for %s', (question, expected) => {
    expect(query(question)).toBe(expected);
  });

  it('wants nothing of signs alone', () => {
    expect(wantedIn(' %_?! ')).toEqual([]);
  });

  it('does not look for more than a few words', () => {
    expect(wantedIn('a b c d e f g h i j k l m n')).toHaveLength(12);
  });
});
