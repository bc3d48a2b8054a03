import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Throttle, ThrottlerModule } from '@nestjs/throttler';
import { Config } from '#config';
import { RateLimitGuard } from './rate-limit.guard.js';

const MINUTE_MS = 60_000;
/** Per route and address: an office behind one address must not notice it. */
const REQUESTS_PER_MINUTE = 1200;

/** A stricter limit for what is dear or worth attacking, per address. */
export const PerMinute = (requests: number): MethodDecorator & ClassDecorator => Throttle({ default: { limit: requests, ttl: MINUTE_MS } });

@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        throttlers: [{ limit: REQUESTS_PER_MINUTE, ttl: MINUTE_MS }],
        setHeaders: config.rateLimit,
        skipIf: () => !config.rateLimit,
      }),
    }),
  ],
  providers: [{ provide: APP_GUARD, useClass: RateLimitGuard }],
})
export class RateLimitModule {}
