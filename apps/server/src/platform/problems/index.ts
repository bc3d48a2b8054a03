export { Forbidden, InvalidInput, NotFound, Problem, Unauthenticated } from './problem.js';
