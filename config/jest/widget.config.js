import { node } from './node.js';

const tsx = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  module: { type: 'es6' },
};

/** The widget's parts in a made-up browser; a real one is the browser project's matter. */
export default {
  ...node,
  displayName: 'widget',
  testEnvironment: 'jest-environment-jsdom',
  // Packages as a browser's bundler would take them, and as ES modules where they have them.
  testEnvironmentOptions: { customExportConditions: ['browser', 'import', 'default'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { ...node.transform, '^.+\\.tsx$': ['@swc/jest', tsx] },
  moduleNameMapper: {
    '\\.css\\?inline$': '<rootDir>/apps/widget/test/empty-style.ts',
    '^#sdk/visitor$': '<rootDir>/libs/sdk/src/visitor/index.ts',
    ...node.moduleNameMapper,
  },
  testMatch: ['<rootDir>/apps/widget/**/*.spec.{ts,tsx}'],
};
