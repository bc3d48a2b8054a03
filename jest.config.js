export default { projects: ['unit', 'integration', 'e2e', 'console', 'widget', 'browser'].map((name) => `<rootDir>/config/jest/${name}.config.js`) };
