const PROJECTS = ['unit', 'integration', 'e2e', 'faults', 'console', 'widget', 'browser'];

export default {
  projects: PROJECTS.map((name) => `<rootDir>/config/jest/${name}.config.js`),
  // Jest reads both here alone, not in a project. The time is for a machine that is busy, not for a test that hangs.
  testTimeout: 60_000,
  maxWorkers: '100%',
};
