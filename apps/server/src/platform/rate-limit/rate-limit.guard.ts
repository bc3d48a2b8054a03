import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { Problem } from '../problems/index.js';

export class TooManyRequests extends Problem {
  readonly code = 'rate.limited';
  readonly status = 429;
  constructor(retryAfterSeconds: number) {
    super(`Too many requests from this address; try again in ${retryAfterSeconds} s.`, { details: { retryAfterSeconds } });
  }
}

/**
 * Counts requests per route and address. The address is the connection's own; a proxy's `X-Forwarded-For` counts only
 * where the server was told to trust that proxy. Sockets have limits of their own.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    return context.getType() !== 'http';
  }

  protected override async throwThrottlingException(_: ExecutionContext, limit: { timeToBlockExpire: number }): Promise<void> {
    throw new TooManyRequests(limit.timeToBlockExpire);
  }
}
