import { describe, it } from '@jest/globals';
import { agreesWithTheEngine } from '../../../test/harness/prefilter-agreement.js';

const CASES = 20_000;

describe('the prefilter', () => {
  it(`agrees with json-rules-engine on ${CASES} random documents and facts`, () => agreesWithTheEngine(CASES), 60_000);
});
