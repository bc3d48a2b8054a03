import type { WidgetTheme } from '#contracts';

export const SCENES = ['ai', 'waiting', 'agent'] as const;
export type Scene = (typeof SCENES)[number];

/** What the console asks to be shown. */
export interface PreviewRequest {
  readonly name: string;
  readonly locale: string;
  readonly theme: WidgetTheme;
  readonly scheme: WidgetTheme['scheme'];
  readonly scene: Scene;
}

/** What the page says to the one that frames it, once it listens. */
export const READY = { type: 'baton.preview.ready' } as const;

const ACCENT = /^#[\da-f]{6}$/i;

/**
 * Reads a message of `baton.preview.show`. Anything may be posted to a window, so it counts only when it comes from
 * the page that frames this one and from our own origin; what cannot be drawn is replaced by what can, because a form
 * is shown while it is being filled in.
 */
export function requestIn({ data, origin, source }: MessageEvent<unknown>): PreviewRequest | null {
  if (origin !== location.origin || source !== parent || !isRecord(data) || data['type'] !== 'baton.preview.show') return null;
  const theme = isRecord(data['theme']) ? data['theme'] : {};
  const scheme = oneOf(['system', 'light', 'dark'] as const, theme['scheme']);
  return {
    name: text(data['name']),
    locale: text(data['locale']) || 'en',
    theme: {
      accent: ACCENT.test(text(theme['accent'])) ? text(theme['accent']) : '#0b6e5f',
      position: oneOf(['right', 'left'] as const, theme['position']),
      greeting: text(theme['greeting']) || null,
      avatarUrl: text(theme['avatarUrl']) || null,
      scheme,
    },
    scheme: oneOf([scheme, 'light', 'dark'] as const, data['scheme']),
    scene: oneOf(SCENES, data['scene']),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function oneOf<Choice>(choices: readonly [Choice, ...Choice[]], value: unknown): Choice {
  return choices.find((choice) => choice === value) ?? choices[0];
}
