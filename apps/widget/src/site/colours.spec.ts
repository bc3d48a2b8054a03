import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentColours } from './colours.js';

type Rgb = readonly [number, number, number];
const rgb = (colour: string): Rgb => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
const pair = (value = ''): Rgb[] => (value.match(/#[0-9a-f]{6}/g) ?? []).map(rgb);

/** By the book, apart from the code under test: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (colour: Rgb): number => {
    const [r, g, b2] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b2;
  };
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe('accentColours', () => {
  it('keeps an accent that can be read', () => {
    expect(accentColours('#0b6e5f')['--accent']).toMatch(/^light-dark\(#0b6e5f, /);
  });

  it('can be read in light and dark, whatever the website chose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const colours = accentColours(`#${value.toString(16).padStart(6, '0')}`);
        const [light, dark] = pair(colours['--accent']) as [Rgb, Rgb];
        const [inkLight, inkDark] = pair(colours['--accent-ink']) as [Rgb, Rgb];
        // As a fill under ink, and as an icon or outline on the panel.
        expect(contrast(light, inkLight)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, inkDark)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(light, [255, 255, 255])).toBeGreaterThanOrEqual(4.4);
        expect(contrast(dark, [0x17, 0x18, 0x1b])).toBeGreaterThanOrEqual(4.4);
      }),
    );
  });

  it.each(['red', '#fff', '', '#12345g', 'url(x)'])('leaves ours in place for %p', (accent) => {
    expect(accentColours(accent)).toEqual({});
  });
});
