export { domainEvent, type DomainEvent, type EventKind, type RecordedEvent } from './domain-event.js';
export { Outbox } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export { ReactsTo, type Reaction } from './reaction.js';
