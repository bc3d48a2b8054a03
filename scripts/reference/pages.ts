import { environmentPage } from './environment-page.js';
import { factsPage } from './facts-page.js';
import { permissionsPage } from './permissions-page.js';

/** Every generated page of docs/reference, by its file. */
export const pages: ReadonlyMap<string, () => string> = new Map([
  ['environment.md', environmentPage],
  ['permissions.md', permissionsPage],
  ['facts.md', factsPage],
]);
