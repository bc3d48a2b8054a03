export { Config, type ProcessRole } from './config.js';
export { ConfigProblem, loadConfig } from './load-config.js';
export { ormOptions } from './mikro-orm.config.js';
