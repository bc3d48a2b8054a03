export { TooManyRequests } from './rate-limit.guard.js';
export { PerMinute, RateLimitModule } from './rate-limit.module.js';
