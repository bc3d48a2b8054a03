import { Injectable } from '@nestjs/common';
import { Unauthenticated } from '../platform/problems/index.js';
import type { VisitorCaller } from '../platform/access/index.js';
import { VisitorTokens } from '../modules/visitors/index.js';
import { Origins } from './origins.js';
import type { VisitorSocket } from './sockets.js';

/** Who a widget's socket is: the holder of a visitor token, on a page of that token's website. */
@Injectable()
export class VisitorHandshake {
  constructor(
    private readonly tokens: VisitorTokens,
    private readonly origins: Origins,
  ) {}

  /** @throws Unauthenticated, OriginNotAllowed */
  async identify(socket: VisitorSocket): Promise<VisitorCaller> {
    const { token } = socket.handshake.auth as { token?: unknown };
    const caller = typeof token === 'string' ? await this.tokens.admit(token) : null;
    if (!caller) throw new Unauthenticated('Start a session first; this visitor token is not valid, or no longer.');
    await this.origins.mustBeOf(caller.websiteId, socket.handshake.headers);
    return caller;
  }
}
