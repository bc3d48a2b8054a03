import { Migration20261122000000_foundation } from './Migration20261122000000_foundation.js';

/** In the order in which they run. */
export const migrations = [Migration20261122000000_foundation];
