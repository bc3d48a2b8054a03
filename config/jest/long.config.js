import { nodeWithPostgres } from './node.js';

/** What would make `npm test` longer than people wait; CI runs it too. */
export default {
  ...nodeWithPostgres,
  displayName: 'long',
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.long-spec.ts'],
};
