export * from './shared/index.js';
export * from './team/index.js';
export * from './visitor/index.js';
