export { forgetFact, recallFact, recordFact } from './facts.js';
