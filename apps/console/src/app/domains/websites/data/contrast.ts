/** WCAG 2.2: text against its ground, and a shape against what surrounds it. */
export const ENOUGH_FOR_TEXT = 4.5;
export const ENOUGH_FOR_SHAPES = 3;

const WHITE = '#ffffff';
const INK = '#111111';

/** The text colour, black or white, that reads best on a ground, and how well. `null` when the ground is not `#rrggbb`. */
export function bestInkOn(ground: string): { readonly ink: string; readonly ratio: number } | null {
  const onWhite = contrast(ground, WHITE);
  const onInk = contrast(ground, INK);
  if (onWhite === null || onInk === null) return null;
  return onWhite >= onInk ? { ink: WHITE, ratio: onWhite } : { ink: INK, ratio: onInk };
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

export interface AccentAdvice {
  readonly tone: 'good' | 'warn';
  readonly text: string;
}

/** What to know about an accent colour before visitors see it. */
export function adviseOnAccent(accent: string): AccentAdvice | null {
  const best = bestInkOn(accent);
  const onWhitePage = contrast(accent, WHITE);
  if (!best || onWhitePage === null) return null;
  if (best.ratio < ENOUGH_FOR_TEXT)
    return { tone: 'warn', text: `Neither black nor white text reads well on it (${shown(best.ratio)}; 4.5 : 1 is needed).` };
  if (onWhitePage < ENOUGH_FOR_SHAPES) {
    return { tone: 'warn', text: `Hard to find on a white page (${shown(onWhitePage)}; 3 : 1 is needed). A darker shade helps.` };
  }
  return { tone: 'good', text: `Reads well: ${best.ink === WHITE ? 'white' : 'black'} text at ${shown(best.ratio)}.` };
}

function shown(ratio: number): string {
  return `${ratio.toFixed(1)} : 1`;
}
