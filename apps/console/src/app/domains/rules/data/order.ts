import { PRIORITY_LIMITS } from './rule-draft';

export interface Ordered {
  readonly id: string;
  readonly priority: number;
}

/**
 * Which priorities have to change so that rules run in the order given, in which one of them was moved; as few as can be.
 * @param wanted all rules of a stage in the wanted order
 */
export function prioritiesFor(wanted: readonly Ordered[], movedId: string): ReadonlyMap<string, number> {
  const at = wanted.findIndex(({ id }) => id === movedId);
  const [before, after] = [wanted[at - 1]?.priority, wanted[at + 1]?.priority];
  const between = roomBetween(before, after);
  if (at < 0) return new Map();
  if (between !== null) return changes(wanted, [[movedId, between]]);
  const pushedUp = pushed(wanted, at, -1, (after ?? 0) + 1);
  const isTooHigh = [...pushedUp.values()].some((priority) => priority > PRIORITY_LIMITS.max);
  return changes(wanted, isTooHigh ? pushed(wanted, at, 1, (before ?? 0) - 1) : pushedUp);
}

function roomBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined && after === undefined) return null;
  if (before === undefined) return after! < PRIORITY_LIMITS.max ? after! + 1 : null;
  if (after === undefined) return before > PRIORITY_LIMITS.min ? before - 1 : null;
  return before - after > 1 ? Math.floor((before + after) / 2) : null;
}

/** Gives the moved one its priority and makes room for it on one side, as far as it has to. */
function pushed(wanted: readonly Ordered[], at: number, towards: 1 | -1, priority: number): Map<string, number> {
  const next = new Map([[wanted[at]!.id, priority]]);
  let last = priority;
  for (let i = at + towards; wanted[i]; i += towards) {
    const one = wanted[i]!;
    if (towards < 0 ? one.priority > last : one.priority < last) break;
    last -= towards;
    next.set(one.id, last);
  }
  return next;
}

function changes(wanted: readonly Ordered[], next: Iterable<readonly [string, number]>): ReadonlyMap<string, number> {
  const now = new Map(wanted.map(({ id, priority }) => [id, priority]));
  return new Map([...next].filter(([id, priority]) => now.get(id) !== priority));
}
