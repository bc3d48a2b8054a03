import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { Config } from '#config';
import { OriginNotAllowed } from './auth.problems.js';
import { isFromOwnOrigin } from './own-origin.js';

/** For open routes that set or remove a login: no other page may log its reader in or out. */
@Injectable()
export class OwnOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<{ headers: IncomingHttpHeaders }>();
    if (!isFromOwnOrigin(headers, this.config.publicUrl)) throw new OriginNotAllowed();
    return true;
  }
}
