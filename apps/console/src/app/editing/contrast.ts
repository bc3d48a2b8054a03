/** WCAG 2.2: text against its ground, and a shape against what surrounds it. */
export const ENOUGH_FOR_TEXT = 4.5;
export const ENOUGH_FOR_SHAPES = 3;

const WHITE = '#ffffff';
const INK = '#111111';

export interface ColourVerdict {
  /** `text`: neither black nor white is legible on it · `shape`: it is lost on a white page */
  readonly verdict: 'fine' | 'text' | 'shape';
  readonly ink: 'white' | 'black';
  /** The ratio that decided. */
  readonly ratio: number;
}

/** How a colour does as the ground of buttons and bubbles. Null when it is not `#rrggbb`. */
export function judgeColour(colour: string): ColourVerdict | null {
  const onWhite = contrast(colour, WHITE);
  const onInk = contrast(colour, INK);
  if (onWhite === null || onInk === null) return null;
  const ink = onWhite >= onInk ? 'white' : 'black';
  const ratio = Math.max(onWhite, onInk);
  if (ratio < ENOUGH_FOR_TEXT) return { verdict: 'text', ink, ratio };
  if (onWhite < ENOUGH_FOR_SHAPES) return { verdict: 'shape', ink, ratio: onWhite };
  return { verdict: 'fine', ink, ratio };
}

/**
 * Contrast ratio of two `#rrggbb` colours, 1…21.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(one: string, other: string): number | null {
  const a = luminance(one);
  const b = luminance(other);
  if (a === null || b === null) return null;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour);
  if (!parts) return null;
  const [red, green, blue] = parts.slice(1).map((hex) => linear(parseInt(hex, 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
