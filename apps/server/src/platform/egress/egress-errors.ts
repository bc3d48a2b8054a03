/** Why an outgoing call brought nothing back. Thrown by `Egress.fetch` and while its response body is read. */
export abstract class EgressError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The target is not one that outgoing calls may reach; nothing was sent. The message names no address: it may be shown. */
export class EgressRefused extends EgressError {
  constructor(host: string, options?: ErrorOptions) {
    super(`Calls to ${host} are not allowed: the address is private or not HTTP. BATON_ALLOW_PRIVATE_EGRESS opens ranges.`, options);
  }
}

export class EgressTimedOut extends EgressError {
  constructor(host: string, options?: ErrorOptions) {
    super(`${host} did not answer in time.`, options);
  }
}

export class EgressTooLarge extends EgressError {
  constructor(host: string, maxBytes: number) {
    super(`${host} sent more than ${maxBytes} bytes.`);
  }
}

/** No such host, connection refused, reset, broken TLS, or the response was cut off. */
export class EgressUnreachable extends EgressError {
  constructor(host: string, options?: ErrorOptions) {
    super(`${host} could not be reached.`, options);
  }
}
