import { nodeWithPostgres } from './node.js';

export default {
  ...nodeWithPostgres,
  displayName: 'e2e',
  testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'],
};
