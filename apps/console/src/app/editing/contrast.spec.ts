import { contrast, judgeColour } from './contrast';

describe('a colour behind text', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#0b6e5f', '#ffffff', 6.14],
  ])('%s on %s is %d : 1', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  it.each([
    ['#0b6e5f', 'fine', 'white'],
    ['#000000', 'fine', 'white'],
    ['#ffd400', 'shape', 'black'],
    ['#ffffff', 'shape', 'black'],
    ['#e0651f', 'fine', 'black'],
  ])('%s is %s, with %s text', (colour, verdict, ink) => expect(judgeColour(colour)).toMatchObject({ verdict, ink }));

  it.each(['', '#fff', 'red', '#0b6e5', '#0b6e5fff'])('says nothing of %j', (colour) => expect(judgeColour(colour)).toBeNull());
});
