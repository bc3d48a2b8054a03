import { Injectable } from '@nestjs/common';
import type { Member } from '../platform/access/index.js';
import { Unauthenticated } from '../platform/problems/index.js';
import { Authenticator } from '../modules/auth/index.js';
import { Origins } from './origins.js';
import type { AgentSocket } from './sockets.js';

/**
 * Who an agent's socket is. A browser sends the cookie from whatever page opens the socket, so a cookie counts on our
 * own pages alone; an API key had to be put there by somebody who knows it.
 */
@Injectable()
export class AgentHandshake {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly origins: Origins,
  ) {}

  /** @throws Unauthenticated, OriginNotAllowed */
  async identify(socket: AgentSocket): Promise<Member> {
    const { auth, headers } = socket.handshake;
    const { apiKey } = auth as { apiKey?: unknown };
    if (apiKey !== undefined) return known(typeof apiKey === 'string' ? await this.authenticator.byApiKey(apiKey) : null);
    this.origins.mustBeOwn(headers);
    return known(await this.authenticator.byCookie(headers.cookie));
  }
}

function known(member: Member | null): Member {
  if (!member) throw new Unauthenticated();
  return member;
}
