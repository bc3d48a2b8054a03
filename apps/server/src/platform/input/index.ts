export { InputPipe } from './input.pipe.js';
