export { AsItCame } from './as-it-came.js';
export { InputPipe } from './input.pipe.js';
export { onlyGiven } from './only-given.js';
