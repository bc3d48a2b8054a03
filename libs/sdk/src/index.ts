export * from './shared/index.js';
export * from './visitor/index.js';
