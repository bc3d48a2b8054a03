export const en = {
  preview: {
    heading: 'Preview',
    frame: 'Preview of the widget',
    scenes: 'Moment shown',
    scene: { ai: 'AI answers', waiting: 'Waiting', agent: 'Person' },
    look: 'Look',
    light: 'Light',
    dark: 'Dark',
    missing: 'The preview could not be loaded.',
  },
} as const;
