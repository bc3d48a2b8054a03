/**
 * The shapes that both ends of a wire agree on. Types, plus the few constant lists that are their single source.
 * Nothing here imports anything outside this folder.
 */
export * from './access.js';
export * from './assistant.js';
export * from './facts.js';
export * from './handoffs.js';
export * from './knowledge.js';
export * from './problems.js';
export * from './rules.js';
export * from './sessions.js';
export * from './setup.js';
export * from './sockets.js';
export * from './team.js';
export * from './topics.js';
export * from './triggers.js';
export * from './understanding.js';
export * from './websites.js';
export * from './widget.js';
