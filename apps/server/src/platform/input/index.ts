export { InputPipe } from './input.pipe.js';
export { onlyGiven } from './only-given.js';
