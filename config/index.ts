export { Config, type ProcessRole } from './config.js';
