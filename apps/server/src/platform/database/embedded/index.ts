export { EmbeddedDatabaseProblem } from './embedded-problem.js';
export { EmbeddedPostgres, type EmbeddedOptions } from './embedded-postgres.js';
