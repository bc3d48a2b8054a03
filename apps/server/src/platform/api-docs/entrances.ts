import type { INestApplicationContext, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type AccessRule } from '../access/index.js';

type Metadata = Readonly<Record<string, unknown>>;

/** A way into the server: a route, or a socket event. */
export interface Entrance {
  /** `Class.method` */
  readonly key: string;
  readonly access: AccessRule | null;
  readonly body: Type | null;
  readonly query: Type | null;
  /** Of socket events. */
  readonly socket: { readonly namespace: string; readonly event: string } | null;
}

/** How Nest's decorators mark the parameters that carry a body (of a request or an event) and a query. */
const BODY = '3';
const QUERY = '4';

/** Everything one can call, as Nest knows it from the decorators. */
export function entrancesOf(app: INestApplicationContext): Map<string, Entrance> {
  const discovery = app.get(DiscoveryService, { strict: false });
  const scanner = new MetadataScanner();
  const classes = [...discovery.getControllers(), ...discovery.getProviders()].flatMap(({ metatype }) => (metatype ? [metatype as Type] : []));
  const found = new Map<string, Entrance>();
  for (const type of classes) {
    for (const method of scanner.getAllMethodNames(type.prototype as object)) {
      const entrance = entranceOf(type, method);
      if (entrance) found.set(entrance.key, entrance);
    }
  }
  return found;
}

function entranceOf(type: Type, method: string): Entrance | null {
  const handler = (type.prototype as Record<string, object>)[method]!;
  const options = Reflect.getMetadata('websockets:gateway_options', type) as { namespace?: string } | undefined;
  const isEvent = Boolean(Reflect.getMetadata('websockets:message_mapping', handler));
  if (!isEvent && Reflect.getMetadata('path', handler) === undefined) return null;

  const parameters = (Reflect.getMetadata('__routeArguments__', type, method) ?? {}) as Readonly<
    Record<string, { index: number; data?: unknown } & Metadata>
  >;
  const types = (Reflect.getMetadata('design:paramtypes', type.prototype as object, method) ?? []) as Type[];
  // A single field, as in @Query('q'), has a name and no class.
  const classOf = (kind: string): Type | null => {
    const [, parameter] = Object.entries(parameters).find(([key, { data }]) => key.split(':')[0] === kind && data === undefined) ?? [];
    return parameter ? (types[parameter.index] ?? null) : null;
  };
  return {
    key: `${type.name}.${method}`,
    access: (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type) ?? null) as AccessRule | null,
    body: classOf(BODY),
    query: classOf(QUERY),
    socket: isEvent ? { namespace: options?.namespace ?? '/', event: Reflect.getMetadata('message', handler) as string } : null,
  };
}

/** Who may enter, in words. */
export function accessInWords(access: AccessRule | null): string {
  switch (access?.kind) {
    case 'permission':
      return `Needs the permission \`${access.permission}\`.`;
    case 'member':
      return 'For everybody in the team.';
    case 'visitor':
      return 'For visitors, by visitor token.';
    case 'public':
      return 'Open to everybody.';
    default:
      return 'Closed.';
  }
}
