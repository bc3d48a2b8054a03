import { node } from './node.js';

/** A real chromium against real pages. */
export default {
  ...node,
  displayName: 'browser',
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
};
