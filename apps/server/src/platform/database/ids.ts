import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(16);

/** UUIDv7 (RFC 9562): sorts by the time it was made, so rows that are read together lie together. */
export function newId(now: number = Date.now()): string {
  randomFillSync(random, 6);
  random.writeUIntBE(now, 0, 6);
  random[6] = (random[6]! & 0x0f) | 0x70;
  random[8] = (random[8]! & 0x3f) | 0x80;
  const hex = random.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
