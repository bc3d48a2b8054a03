import { SAME_QUESTION, countRepeats, sameQuestion } from './same-question.js';

describe('sameQuestion', () => {
  it.each([
    ['Where is my parcel?', 'where is my PARCEL', true],
    ['Where is my parcel?', 'So where is the parcel now??', true],
    ['How do I return the boots?', 'how can I return these boots', true],
    ['When will the refund arrive?', 'when does my refund arive', true],
    ['Wo ist mein Paket?', 'Wo bleibt denn mein Paket', true],
    ['Where is my parcel?', 'Where is your shop?', false],
    ['How do I return the boots?', 'How do I wash the boots?', false],
    ['ok', 'ok', true],
    ['ok', 'yes', false],
    ['', '', false],
  ])('of “%s” and “%s”: %s', (a, b, same) => expect(sameQuestion(a, b) >= SAME_QUESTION).toBe(same));

  it('is symmetric and between 0 and 1', () => {
    const [a, b] = ['Can I pay with a gift card?', 'gift card payment'];
    expect(sameQuestion(a, b)).toBe(sameQuestion(b, a));
    expect(sameQuestion(a, a)).toBe(1);
    expect(sameQuestion('Can I pay?', 'Where is Berlin?')).toBeGreaterThanOrEqual(0);
  });
});

describe('countRepeats', () => {
  const said = (...texts: string[]) => texts.map((text) => ({ text }));

  it('counts the earlier messages that asked the same', () => {
    expect(countRepeats('where is my parcel', said('Hello', 'Where is my parcel?', 'My order number is 48213', 'Parcel?! Where is it'))).toBe(2);
  });

  it('counts the same when a message was read before', () => {
    const earlier = said('Where is my parcel?', 'Parcel?! Where is it');
    const first = countRepeats('where is my parcel', earlier);
    expect([countRepeats('where is my parcel', earlier), countRepeats('how do I pay', earlier)]).toEqual([first, 0]);
  });
});
