import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS, type AccessRule } from '../../../apps/server/src/platform/access/index.js';

type Handler = (...args: unknown[]) => unknown;

/** Every route of every controller that Nest knows, `METHOD /path`, with the rule it carries; null: none. */
export function routesOf(app: NestFastifyApplication): Map<string, string | null> {
  return new Map(
    [...app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].flatMap(({ metatype }) =>
        handlersOf(metatype as Type, 'path').map(([handler, path]): [string, string | null] => {
          const prefix = Reflect.getMetadata('path', metatype as Type) as string;
          const method = RequestMethod[Reflect.getMetadata('method', handler) as number]!;
          return [`${method} ${`/${prefix}/${path as string}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')}`, ruleOf(handler, metatype as Type)];
        }),
      ),
    ),
  );
}

/** Every socket event, `namespace event`, likewise. */
export function eventsOf(app: NestFastifyApplication): Map<string, string | null> {
  return new Map(
    [...app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.providers.values()]
        .filter(({ metatype }) => typeof metatype === 'function' && Reflect.getMetadata('websockets:is_gateway', metatype) === true)
        .flatMap(({ metatype }) => {
          const { namespace } = Reflect.getMetadata('websockets:gateway_options', metatype as Type) as { namespace: string };
          return handlersOf(metatype as Type, 'message').map(([handler, event]): [string, string | null] => [
            `${namespace} ${event as string}`,
            ruleOf(handler, metatype as Type),
          ]);
        }),
    ),
  );
}

function handlersOf(type: Type, key: string): [Handler, unknown][] {
  const prototype = type.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name): [Handler, unknown][] => {
    const handler = name === 'constructor' ? undefined : prototype[name];
    return typeof handler === 'function' && Reflect.hasMetadata(key, handler) ? [[handler as Handler, Reflect.getMetadata(key, handler)]] : [];
  });
}

function ruleOf(handler: Handler, type: Type): string | null {
  const rule = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type)) as AccessRule | undefined;
  if (!rule) return null;
  return rule.kind === 'permission' ? rule.permission : rule.kind;
}
