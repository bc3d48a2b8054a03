import { node } from './node.js';

/** The real server as a process of its own, killed, paused and cut off under load; see test/faults/main.ts. */
export default {
  ...node,
  displayName: 'faults',
  testMatch: ['<rootDir>/test/faults/**/*.{spec,fault-spec}.ts'],
};
