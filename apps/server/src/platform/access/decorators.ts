import { SetMetadata, createParamDecorator, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '#contracts';
import type { Member } from './member.js';

export const ACCESS = Symbol('baton:access');

/** How a route or socket event is entered. One that says nothing is refused. */
export type AccessRule =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'member' }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'public' };

/**
 * Needs a team member who holds `permission` on at least one website. Which website is the service's question, because
 * only it knows whose the thing is: `member.can(permission, thing.websiteId)`, answered with "not found" when not.
 */
export const Needs = (permission: Permission): CustomDecorator<symbol> =>
  SetMetadata(ACCESS, { kind: 'permission', permission } satisfies AccessRule);
/** Any signed-in team member. */
export const AnyMember = (): CustomDecorator<symbol> => SetMetadata(ACCESS, { kind: 'member' } satisfies AccessRule);
/** A widget with a valid visitor token. */
export const VisitorOnly = (): CustomDecorator<symbol> => SetMetadata(ACCESS, { kind: 'visitor' } satisfies AccessRule);
/** Open to anybody; each use says why in a comment. */
export const Public = (): CustomDecorator<symbol> => SetMetadata(ACCESS, { kind: 'public' } satisfies AccessRule);

/** What the guards put on the request (HTTP) or on `socket.data` (sockets). */
export interface Caller {
  member?: Member;
  visitor?: VisitorCaller;
}

export interface VisitorCaller {
  readonly visitorId: string;
  readonly sessionId: string;
  readonly websiteId: string;
}

function caller(context: ExecutionContext): Caller {
  return context.getType() === 'ws' ? context.switchToWs().getClient<{ data: Caller }>().data : context.switchToHttp().getRequest<Caller>();
}

/** The `Member` asking; only on routes that need one. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext) => caller(context).member);
/** The `VisitorCaller` asking; only on `@VisitorOnly()` routes. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext) => caller(context).visitor);
