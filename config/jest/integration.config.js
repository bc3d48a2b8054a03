import { nodeWithPostgres } from './node.js';

export default {
  ...nodeWithPostgres,
  displayName: 'integration',
  testMatch: ['<rootDir>/apps/server/src/**/*.int-spec.ts', '<rootDir>/test/integration/**/*.int-spec.ts'],
};
