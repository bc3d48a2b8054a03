import type { EntityName } from '@mikro-orm/core';

const registered = new Set<EntityName<object>>();

/**
 * Makes entities known to the ORM, which is initialised when Nest boots. A module calls it once, at the top level of
 * the file that defines them.
 */
export function registerEntities(...entities: EntityName<object>[]): void {
  for (const entity of entities) registered.add(entity);
}

export function registeredEntities(): EntityName<object>[] {
  return [...registered];
}
