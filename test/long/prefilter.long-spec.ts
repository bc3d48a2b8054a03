import { describe, it } from '@jest/globals';
import { agreesWithTheEngine } from '../harness/prefilter-agreement.js';

const CASES = 1_000_000;
const PATIENCE_MS = 30 * 60_000;

describe('the prefilter', () => {
  it(`agrees with json-rules-engine on ${CASES} random documents and facts`, () => agreesWithTheEngine(CASES), PATIENCE_MS);
});
