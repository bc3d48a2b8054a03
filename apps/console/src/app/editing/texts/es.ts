import type { TextsLike } from '../../i18n';
import type { en } from './en';

export const es: TextsLike<typeof en> = {
  preview: {
    heading: 'Vista previa',
    frame: 'Vista previa del widget',
    scenes: 'Momento mostrado',
    scene: { ai: 'Responde la IA', waiting: 'En espera', agent: 'Persona' },
    look: 'Aspecto',
    light: 'Claro',
    dark: 'Oscuro',
    missing: 'No se pudo cargar la vista previa.',
  },
};
