import type { HandoffSort } from '#contracts';
import { InvalidInput } from '../../platform/problems/index.js';

/** How a list is ordered: by which column, which way. Ties go by id, so that a page boundary never splits or repeats a row. */
export interface Order {
  readonly name: string;
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

export const ORDERS: Readonly<Record<HandoffSort | 'ended', Order>> = {
  oldest: { name: 'oldest', column: 'h.opened_at', direction: 'asc' },
  newest: { name: 'newest', column: 'h.opened_at', direction: 'desc' },
  activity: { name: 'activity', column: 's.last_activity_at', direction: 'desc' },
  ended: { name: 'ended', column: 'h.ended_at', direction: 'desc' },
};

export interface Position {
  readonly at: string;
  readonly id: string;
}

export function encodeCursor(order: Order, position: Position): string {
  return Buffer.from(JSON.stringify([order.name, position.at, position.id])).toString('base64url');
}

/** @throws InvalidInput for anything this server did not hand out for this order */
export function decodeCursor(order: Order, cursor: string): Position {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && parsed[0] === order.name && isInstant(parsed[1]) && isUuid(parsed[2])) {
      return { at: parsed[1], id: parsed[2] };
    }
  } catch {
    // falls through to the refusal
  }
  throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list; leave it out to start from the beginning' }]);
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
