export { explain } from './explain.js';
export { ProblemFilter } from './problem.filter.js';
export { Forbidden, InvalidInput, NotFound, Problem, Unauthenticated } from './problem.js';
export { sendProblem } from './send-problem.js';
export { toAckProblem } from './to-ack-problem.js';
