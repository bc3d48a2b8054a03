import type { TextsLike } from '../../i18n';
import type { en } from './en';

export const de: TextsLike<typeof en> = {
  preview: {
    heading: 'Vorschau',
    frame: 'Vorschau des Widgets',
    scenes: 'Gezeigter Moment',
    scene: { ai: 'KI antwortet', waiting: 'Wartet', agent: 'Mensch' },
    look: 'Aussehen',
    light: 'Hell',
    dark: 'Dunkel',
    missing: 'Die Vorschau konnte nicht geladen werden.',
  },
};
