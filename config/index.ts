export { Config, type ProcessRole } from './config.js';
export { ConfigProblem, loadConfig } from './load-config.js';
