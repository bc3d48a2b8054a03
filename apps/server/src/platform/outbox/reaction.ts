import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { EventKind, RecordedEvent } from './domain-event.js';

export const REACTS_TO = Symbol('baton:reacts-to');

/**
 * Marks a provider that reacts to a kind of event. Its class name is the reaction's name in `reaction_delivery`, so it
 * is a sentence (`StartSlaClockWhenHandoffOpens`) and renaming it is a migration.
 */
export const ReactsTo = (event: Pick<EventKind<never>, 'kind'>): CustomDecorator<symbol> => SetMetadata(REACTS_TO, event.kind);

/** Runs at least once per event, after its commit; an exception means again later. */
export interface Reaction<Payload extends object> {
  react(event: RecordedEvent<Payload>): Promise<void>;
}
