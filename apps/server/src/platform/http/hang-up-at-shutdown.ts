import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';

const EVERY_MS = 50;
/** For requests that are being answered. */
const PATIENCE_MS = 3_000;

/**
 * A server that closes waits for its connections. Those that are idle at that moment are closed; those that get their last
 * answer only then, or never ask anything, would be waited for as long as their clients like to keep them.
 */
@Injectable()
export class HangUpAtShutdown implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    const hangUp = setInterval(() => server.listening || server.closeIdleConnections(), EVERY_MS);
    const enough = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.once('close', () => [hangUp, enough].forEach(clearTimeout));
    // They must not hold up a process whose server never listened.
    [hangUp, enough].forEach((timer) => timer.unref());
  }
}
