import type { GivenOptions, WidgetOptions } from '../bridge.js';
import { OptionsReader } from './options.js';

export { localeFor } from './languages.js';
export { pageFacts, PageWatch } from './page-facts.js';
export { dressed } from './settle.js';

/** What a page gave, as far as it can be used. */
export function read(given: GivenOptions): WidgetOptions {
  return new OptionsReader().read(given);
}
