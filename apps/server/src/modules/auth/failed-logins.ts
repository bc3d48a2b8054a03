import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { TooManyAttempts } from './auth.problems.js';

const FAILURES_ALLOWED = 30;
const WINDOW_MS = 15 * 60_000;
const ADDRESSES_KEPT = 10_000;

/**
 * Failed logins per address, so that one list of passwords cannot be tried on many accounts. Counted in this process:
 * what must survive a restart, the lock of an account, is in the database.
 */
@Injectable()
export class FailedLogins {
  private readonly failures = new Map<string, { count: number; until: number }>();

  constructor(private readonly config: Config) {}

  /** @throws TooManyAttempts */
  mustBeFew(address: string, now: Date): void {
    if (!this.config.rateLimit) return;
    const known = this.failures.get(address);
    if (known && known.until > now.getTime() && known.count >= FAILURES_ALLOWED) {
      throw new TooManyAttempts(Math.ceil((known.until - now.getTime()) / 1000));
    }
  }

  count(address: string, now: Date): void {
    const known = this.failures.get(address);
    const running = known && known.until > now.getTime() ? known : { count: 0, until: now.getTime() + WINDOW_MS };
    running.count += 1;
    this.failures.delete(address);
    this.failures.set(address, running);
    if (this.failures.size > ADDRESSES_KEPT) this.failures.delete(this.failures.keys().next().value!);
  }
}
