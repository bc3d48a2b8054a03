import { aMessage, aNote, aSuggestion, minute } from '../testing/builders';
import { type ThreadParts, weaveThread, withheldDraft } from './thread';

const parts = (given: Partial<ThreadParts>): ThreadParts => ({
  handoff: { id: 'h1', openedAt: minute(10) },
  messages: [],
  notes: [],
  suggestions: [],
  outgoing: [],
  ...given,
});
const ids = (given: Partial<ThreadParts>) => weaveThread(parts(given)).flatMap(({ kind, id }) => (kind === 'day' ? [] : [id]));

describe('weaveThread', () => {
  it('puts the card where the handoff opened, above the system line of the same moment', () => {
    const messages = [aMessage(9), aMessage(10), aMessage(11, 'system', { createdAt: minute(10) }), aMessage(12)];
    expect(ids({ messages })).toEqual(['seq-9', 'seq-10', 'card-h1', 'seq-11', 'seq-12']);
  });

  it('keeps messages in the order of seq, whatever the clocks say', () => {
    const messages = [aMessage(1, 'visitor', { createdAt: minute(5) }), aMessage(2, 'ai', { createdAt: minute(4) })];
    expect(ids({ messages })).toEqual(['seq-1', 'seq-2', 'card-h1']);
  });

  it('puts notes and answers that came too late at their time, and what is on its way last', () => {
    const outgoing = [{ clientId: 'c1', text: 'Hi', epoch: 1, state: 'sending' as const, problem: null }];
    const suggestions = [aSuggestion({ why: 'lost_fence', createdAt: minute(12) }), aSuggestion({ id: 's2' })];
    expect(ids({ messages: [aMessage(9), aMessage(13)], notes: [aNote()], suggestions, outgoing })).toEqual([
      'seq-9',
      'card-h1',
      'note-n1',
      'lost-s1',
      'seq-13',
      'out-c1',
    ]);
  });

  it('separates days once each', () => {
    const nextDay = 24 * 60;
    const kinds = weaveThread(parts({ messages: [aMessage(1), aMessage(2), aMessage(nextDay)] })).map(({ kind }) => kind);
    expect(kinds).toEqual(['day', 'message', 'message', 'card', 'day', 'message']);
  });

  it('lets one speech go on, until somebody else speaks or time passes', () => {
    const messages = [aMessage(1), aMessage(2), aMessage(3, 'ai'), aMessage(4), aMessage(9)];
    const continues = weaveThread(parts({ messages })).flatMap((item) => (item.kind === 'message' ? [item.continues] : []));
    expect(continues).toEqual([false, true, false, false, false]);
  });
});

describe('withheldDraft', () => {
  it('is the newest answer that was kept from the visitor', () => {
    expect(withheldDraft([aSuggestion(), aSuggestion({ id: 's2' }), aSuggestion({ id: 's3', why: 'lost_fence' })])?.id).toBe('s2');
    expect(withheldDraft([])).toBeNull();
  });
});
