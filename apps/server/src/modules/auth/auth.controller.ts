import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me } from '#contracts';
import { AnyMember, CurrentMember, Member, Public } from '../../platform/access/index.js';
import { PerMinute } from '../../platform/rate-limit/index.js';
import { ChangePasswordDto, LoginDto } from './auth.dto.js';
import { Login } from './login.js';
import { OwnOriginGuard } from './own-origin.guard.js';
import { SessionCookie } from './session-cookie.js';
import { whenceOf } from './whence.js';

@ApiTags('Auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly login: Login,
    private readonly cookie: SessionCookie,
  ) {}

  // Public: this is where one comes from outside.
  @Post('login')
  @Public()
  @UseGuards(OwnOriginGuard)
  @PerMinute(30)
  @HttpCode(200)
  async logIn(@Body() body: LoginDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { me, token } = await this.login.logIn(body, whenceOf(request));
    reply.header('set-cookie', this.cookie.holding(token));
    return me;
  }

  // Public: signing out of a login that has ended already is no mistake.
  @Post('logout')
  @Public()
  @UseGuards(OwnOriginGuard)
  @HttpCode(204)
  async logOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.cookie.tokenIn(request.headers.cookie);
    if (token) await this.login.logOut(token);
    reply.header('set-cookie', this.cookie.removed());
  }

  @Get('me')
  @AnyMember()
  me(@CurrentMember() member: Member): Promise<Me> {
    return this.login.me(member);
  }

  @Post('password')
  @AnyMember()
  @PerMinute(30)
  @HttpCode(200)
  async changePassword(
    @CurrentMember() member: Member,
    @Body() body: ChangePasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { me, token } = await this.login.changePassword(member, body, whenceOf(request));
    reply.header('set-cookie', this.cookie.holding(token));
    return me;
  }
}
