import { describe, expect, it } from '@jest/globals';
import type { MessageThen } from './recent-messages.js';
import { spanOf } from './unanswered.js';

const said = (seq: number, author: MessageThen['author'] = 'visitor'): MessageThen => ({
  seq,
  author,
  text: `${seq}`,
  event: null,
  answersSeq: null,
});
const from = (messages: readonly MessageThen[]): number => spanOf({ messages, session: { lastSeq: messages.at(-1)!.seq }, offerId: null }).from;

describe('spanOf', () => {
  it('is what was written since somebody answered', () => {
    expect(from([said(1), said(2, 'agent'), said(3, 'system'), said(4)])).toBe(2);
  });

  it('is the newest of it when a visitor writes and writes', () => {
    const messages = [said(1, 'agent'), ...Array.from({ length: 14 }, (_, n) => said(n + 2))];
    expect(from(messages)).toBe(5);
    expect(messages.filter(({ seq }) => seq > from(messages))).toHaveLength(10);
  });

  it('leaves out a yes or no to an offer, once it was heard', () => {
    const offered: MessageThen = { ...said(2, 'system'), event: { code: 'handoff.offered', offerId: 'o' } };
    const messages = [said(1, 'ai'), offered, { ...said(3), text: 'No, thanks' }, said(4)];
    const spanWith = (offerId: string | null) => spanOf({ messages, session: { lastSeq: 4 }, offerId });
    expect([spanWith(null), spanWith('o')]).toEqual([
      { from: 3, to: 4 },
      { from: 1, to: 4 },
    ]);
  });
});
