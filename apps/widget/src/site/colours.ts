/**
 * Colours of the website's accent that can be read: as a fill in light and in dark, and the ink on each. The accent is
 * kept as it is wherever its contrast allows.
 * Contrast as in WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function accentColours(accent: string): Record<string, string> {
  const rgb = parse(accent);
  if (!rgb) return {};
  const light = moved(rgb, BLACK, LIGHT_SURFACE);
  const dark = moved(rgb, WHITE, DARK_SURFACE);
  return {
    '--accent': `light-dark(${hex(light)}, ${hex(dark)})`,
    '--accent-ink': `light-dark(${hex(inkOn(light))}, ${hex(inkOn(dark))})`,
    '--accent-soft': `light-dark(${hex(mix(light, LIGHT_SURFACE, 0.88))}, ${hex(mix(dark, DARK_SURFACE, 0.82))})`,
  };
}

type Rgb = readonly [number, number, number];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const LIGHT_SURFACE = WHITE;
const DARK_SURFACE: Rgb = [0x17, 0x18, 0x1b];
const INK: Rgb = [0x10, 0x16, 0x14];
/** For text of the widget's size. */
const READABLE = 4.5;
const STEP = 0.06;

function parse(colour: string): Rgb | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!digits) return null;
  const value = parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Moves a colour towards another until it can be read on the surface. */
function moved(from: Rgb, towards: Rgb, surface: Rgb): Rgb {
  let colour = from;
  for (let share = 0; contrast(colour, surface) < READABLE && share < 1; share += STEP) colour = mix(from, towards, share);
  return colour;
}

function inkOn(fill: Rgb): Rgb {
  return contrast(WHITE, fill) >= READABLE ? WHITE : INK;
}

function mix(a: Rgb, b: Rgb, shareOfB: number): Rgb {
  const part = (index: 0 | 1 | 2): number => Math.round(a[index] * (1 - shareOfB) + b[index] * shareOfB);
  return [part(0), part(1), part(2)];
}

export function contrast(a: Rgb, b: Rgb): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
