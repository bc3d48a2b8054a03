import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { IncomingHttpHeaders } from 'node:http';
import { Config } from '#config';
import { ACCESS, type AccessRule, type Caller, type Member, type VisitorCaller } from '../../platform/access/index.js';
import { Forbidden, Unauthenticated } from '../../platform/problems/index.js';
import { VisitorTokens } from '../visitors/index.js';
import { Websites } from '../websites/index.js';
import { OriginNotAllowed } from './auth.problems.js';
import { Authenticator } from './authenticator.js';
import { isFromOwnOrigin } from './own-origin.js';

type HttpCaller = Caller & { readonly method: string; readonly headers: IncomingHttpHeaders };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/** Stands before every route and socket event, and refuses what says nothing about who may enter. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly authenticator: Authenticator,
    private readonly tokens: VisitorTokens,
    private readonly websites: Websites,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Forbidden();
    if (rule.kind === 'public') return true;
    const caller = context.getType() === 'ws' ? context.switchToWs().getClient<{ data: Caller }>().data : await this.identify(context, rule);
    mustSatisfy(rule, caller);
    return true;
  }

  private async identify(context: ExecutionContext, rule: AccessRule): Promise<Caller> {
    const request = context.switchToHttp().getRequest<HttpCaller>();
    if (rule.kind === 'visitor') request.visitor = await this.visitorOf(request);
    else request.member = await this.memberOf(request);
    return request;
  }

  private async visitorOf({ headers }: HttpCaller): Promise<VisitorCaller> {
    const visitor = await this.tokens.check(BEARER.exec(headers.authorization ?? '')?.[1] ?? '');
    if (!visitor) throw new Unauthenticated('Send a valid visitor token.');
    // A program sends no origin; a page does, and only the website's own pages may use its visitors' tokens.
    if (headers.origin !== undefined && !(await this.websites.isAllowedOrigin(visitor.websiteId, headers.origin))) throw new OriginNotAllowed();
    return visitor;
  }

  private async memberOf({ method, headers }: HttpCaller): Promise<Member> {
    const { authorization } = headers;
    // Whoever shows a key means the key: a wrong one is not made up for by a cookie.
    const member =
      authorization === undefined
        ? await this.authenticator.byCookie(headers.cookie)
        : await this.authenticator.byApiKey(BEARER.exec(authorization)?.[1] ?? '');
    if (!member) throw new Unauthenticated();
    if (authorization === undefined && !READING.has(method) && !isFromOwnOrigin(headers, this.config.publicUrl)) throw new OriginNotAllowed();
    return member;
  }
}

function mustSatisfy(rule: AccessRule, caller: Caller): void {
  if (rule.kind === 'visitor' ? !caller.visitor : !caller.member) throw new Unauthenticated();
  if (rule.kind === 'permission' && !caller.member!.canSomewhere(rule.permission)) throw new Forbidden();
}
