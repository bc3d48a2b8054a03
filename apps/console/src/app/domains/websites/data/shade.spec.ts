import { judgeColour } from '../../../editing/contrast';
import { darkerShade } from './shade';

describe('a darker shade', () => {
  it.each(['#ffd400', '#35c6ae', '#ffffff', '#8ec5ff', '#0088ff', '#ff00ff', '#777777'])('of %s does where the colour itself may not', (colour) => {
    const shade = darkerShade(colour);
    expect(shade).toMatch(/^#[0-9a-f]{6}$/u);
    expect(judgeColour(shade)).toMatchObject({ verdict: 'fine' });
  });

  it('is the nearest one, in the same hue', () => expect(darkerShade('#ffd400')).toBe('#ad9000'));
});
