import type { WidgetTheme } from '#contracts';
import type { RememberedLook } from '../bridge.js';
import { accentColours } from './colours.js';

/** What the styles already say; other accents are computed. */
export const OUR_ACCENT = '#0b6e5f';

export function lookOf({ accent, position, scheme }: WidgetTheme): RememberedLook {
  return { position, scheme, colours: accent.toLowerCase() === OUR_ACCENT ? {} : accentColours(accent) };
}
