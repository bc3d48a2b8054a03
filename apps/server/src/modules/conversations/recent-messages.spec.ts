import { describe, expect, it } from '@jest/globals';
import { RecentMessages, type Recent } from './recent-messages.js';

const recent = (text: string): Recent => ({
  upTo: 1,
  visitorMessages: 1,
  messages: [{ seq: 1, author: 'visitor', text, event: null, answersSeq: null }],
});

describe('RecentMessages', () => {
  it('knows what was kept last', () => {
    const sut = new RecentMessages();
    sut.keep('a', recent('one'));
    sut.keep('a', recent('two'));
    expect(sut.of('a')).toEqual(recent('two'));
    expect(sut.of('b')).toBeUndefined();
  });

  it('forgets those that were kept the longest ago when the texts are too long together', () => {
    const sut = new RecentMessages(3_000);
    for (const session of ['a', 'b', 'c', 'a', 'd']) sut.keep(session, recent('x'.repeat(700)));
    expect(['a', 'b', 'c', 'd'].filter((session) => sut.of(session))).toEqual(['a', 'c', 'd']);
  });

  it('makes room again when a session is kept anew', () => {
    const sut = new RecentMessages(2_000);
    for (let time = 0; time < 10; time++) sut.keep('a', recent('x'.repeat(700)));
    sut.keep('b', recent('short'));
    expect([sut.of('a'), sut.of('b')].every(Boolean)).toBe(true);
  });
});
