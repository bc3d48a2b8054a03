/** Writes the pages of docs/reference that follow from the code: `npm run reference`. */
import { writeFileSync } from 'node:fs';
import { pages } from './reference/pages.js';

for (const [file, write] of pages) writeFileSync(new URL(`../docs/reference/${file}`, import.meta.url), write());
