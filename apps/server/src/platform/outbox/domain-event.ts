/** News that was committed with the change it reports. Carries ids and snapshots, never entities. */
export interface DomainEvent<Payload extends object = object> {
  readonly kind: string;
  readonly websiteId: string | null;
  readonly sessionId: string | null;
  readonly payload: Payload;
}

export interface RecordedEvent<Payload extends object = object> extends DomainEvent<Payload> {
  readonly id: string;
  readonly occurredAt: Date;
}

/** A kind of event: call it to make one, name it in `@ReactsTo`. */
export interface EventKind<Payload extends object> {
  (about: { websiteId: string | null; sessionId?: string | null }, payload: Payload): DomainEvent<Payload>;
  readonly kind: string;
}

const kinds = new Set<string>();

/** @throws Error when the kind is defined twice */
export function domainEvent<Payload extends object>(kind: string): EventKind<Payload> {
  if (kinds.has(kind)) throw new Error(`The domain event "${kind}" is defined twice.`);
  kinds.add(kind);
  const make = (about: { websiteId: string | null; sessionId?: string | null }, payload: Payload): DomainEvent<Payload> => ({
    kind,
    websiteId: about.websiteId,
    sessionId: about.sessionId ?? null,
    payload,
  });
  return Object.assign(make, { kind });
}

export function isEventKind(kind: string): boolean {
  return kinds.has(kind);
}
