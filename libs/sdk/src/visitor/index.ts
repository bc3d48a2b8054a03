export { BatonError } from '../shared/baton-error.js';
export { BatonVisitor, type BatonVisitorEvents, type BatonVisitorOptions } from './baton-visitor.js';
export type { Outgoing, OutgoingState } from './send-queue.js';
export type { SyncedSession } from './visitor-api.js';
export type { SocketFactory } from './visitor-line.js';
export type { IdentityProvider } from './vouching.js';
export { visitorMemoryKey, type VisitorStorage } from './visitor-memory.js';
