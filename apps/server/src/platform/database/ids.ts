import { randomFillSync } from 'node:crypto';

const BYTES_EACH = 10;
const random = Buffer.alloc(BYTES_EACH * 256);
let used = random.length;
const id = Buffer.alloc(16);
let latest = 0;
let step = 0;

/**
 * UUIDv7 (RFC 9562): sorts by the time it was made, so rows that are read together lie together. What one process makes
 * within a millisecond sorts in the order it was made, as far as twelve bits count.
 * @param now in milliseconds
 */
export function newId(now: number = Date.now()): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  random.copy(id, 6, used, (used += BYTES_EACH));
  id.writeUIntBE(now, 0, 6);
  // Of a fresh millisecond half the steps are left to count up.
  step = now === latest ? step + 1 : id.readUInt16BE(6) & 0x7ff;
  latest = now;
  id.writeUInt16BE(0x7000 | (step & 0xfff), 6);
  id[8] = (id[8]! & 0x3f) | 0x80;
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
