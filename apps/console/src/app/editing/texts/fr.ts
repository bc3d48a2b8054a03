import type { TextsLike } from '../../i18n';
import type { en } from './en';

export const fr: TextsLike<typeof en> = {
  preview: {
    heading: 'Aperçu',
    frame: 'Aperçu du widget',
    scenes: 'Moment affiché',
    scene: { ai: 'Réponse de l’IA', waiting: 'En attente', agent: 'Personne' },
    look: 'Apparence',
    light: 'Clair',
    dark: 'Sombre',
    missing: 'L’aperçu n’a pas pu être chargé.',
  },
};
