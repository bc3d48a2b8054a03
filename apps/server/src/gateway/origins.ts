import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { Config } from '#config';
import { Problem } from '../platform/problems/index.js';
import { Websites } from '../modules/websites/index.js';

export class OriginNotAllowed extends Problem {
  readonly code = 'origin.not_allowed';
  readonly status = 403;
  constructor() {
    super('Connections from this page are not allowed.');
  }
}

/** Which pages a connection may come from. Browsers say so in `Origin`, and a page cannot change what they say. */
@Injectable()
export class Origins {
  private readonly own: string;

  constructor(
    config: Config,
    private readonly websites: Websites,
  ) {
    this.own = new URL(config.publicUrl).origin;
  }

  /** Before it is known who connects, and for which website. Programs that are no browser send no `Origin`. */
  async mayConnect(headers: IncomingHttpHeaders): Promise<boolean> {
    return headers.origin === undefined || this.isOwn(headers.origin, headers) || this.websites.anyAllows(headers.origin);
  }

  /** @throws OriginNotAllowed */
  async mustBeOf(websiteId: string, headers: IncomingHttpHeaders): Promise<void> {
    const origin = this.originOf(headers);
    if (origin === null || !(await this.websites.isAllowedOrigin(websiteId, origin))) throw new OriginNotAllowed();
  }

  /** @throws OriginNotAllowed */
  mustBeOwn(headers: IncomingHttpHeaders): void {
    const origin = this.originOf(headers);
    if (origin === null || !this.isOwn(origin, headers)) throw new OriginNotAllowed();
  }

  /** A browser leaves `Origin` out of a same-origin GET, and then says so in a header that pages cannot set. */
  private originOf(headers: IncomingHttpHeaders): string | null {
    if (headers.origin !== undefined) return headers.origin;
    return headers['sec-fetch-site'] === 'same-origin' ? this.own : null;
  }

  /** A page of the very host that was asked is ours too, e.g. 127.0.0.1 where the public address says localhost. */
  private isOwn(origin: string, headers: IncomingHttpHeaders): boolean {
    return origin === this.own || (URL.canParse(origin) && new URL(origin).host === headers.host);
  }
}
