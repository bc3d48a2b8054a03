import { judgeColour } from '../../../editing/contrast';

const STEP = 0.02;
const DARKEST = '#111111';

/** The nearest darker shade of a `#rrggbb` colour that can be read on and found: the hue stays, every part gets darker by the same share. */
export function darkerShade(colour: string): string {
  for (let share = 1 - STEP; share > 0; share -= STEP) {
    const shade = scaled(colour, share);
    if (judgeColour(shade)?.verdict === 'fine') return shade;
  }
  return DARKEST;
}

function scaled(colour: string, share: number): string {
  return colour.replace(/[0-9a-f]{2}/giu, (part) =>
    Math.round(parseInt(part, 16) * share)
      .toString(16)
      .padStart(2, '0'),
  );
}
