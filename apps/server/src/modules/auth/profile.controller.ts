import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { LoginSession, Me, Page } from '#contracts';
import { AnyMember, CurrentMember, Member } from '../../platform/access/index.js';
import { ChangeProfileDto } from './auth.dto.js';
import { Profile } from './profile.js';
import { SessionCookie } from './session-cookie.js';

@ApiTags('Auth')
@Controller('auth')
export class ProfileController {
  constructor(
    private readonly profile: Profile,
    private readonly cookie: SessionCookie,
  ) {}

  @Patch('me')
  @AnyMember()
  change(@CurrentMember() member: Member, @Body() { name }: ChangeProfileDto): Promise<Me> {
    return this.profile.rename(member, name);
  }

  @Get('sessions')
  @AnyMember()
  sessions(@CurrentMember() member: Member, @Req() request: FastifyRequest): Promise<Page<LoginSession>> {
    return this.profile.sessions(member, this.cookie.tokenIn(request.headers.cookie));
  }

  /** Every login but the one that asks. */
  @Delete('sessions')
  @AnyMember()
  @HttpCode(204)
  endOthers(@CurrentMember() member: Member, @Req() request: FastifyRequest): Promise<void> {
    return this.profile.endOtherSessions(member, this.cookie.tokenIn(request.headers.cookie));
  }

  @Delete('sessions/:id')
  @AnyMember()
  @HttpCode(204)
  end(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.profile.endSession(member, id);
  }
}
