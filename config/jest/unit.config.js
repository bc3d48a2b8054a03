import { node } from './node.js';

export default {
  ...node,
  displayName: 'unit',
  testMatch: [
    '<rootDir>/libs/{rules,understanding,sdk}/src/**/*.spec.ts',
    '<rootDir>/apps/server/src/**/*.spec.ts',
    '<rootDir>/config/**/*.spec.ts',
    '<rootDir>/scripts/**/*.spec.ts',
    '<rootDir>/bench/**/*.spec.ts',
  ],
};
