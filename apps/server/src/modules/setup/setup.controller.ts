import { Body, Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me, SetupState } from '#contracts';
import { Public } from '../../platform/access/index.js';
import { PerMinute } from '../../platform/rate-limit/index.js';
import { OwnOriginGuard, SessionCookie, whenceOf } from '../auth/index.js';
import { SetupDto } from './setup.dto.js';
import { Setup } from './setup.js';

@ApiTags('Setup')
@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: Setup,
    private readonly cookie: SessionCookie,
  ) {}

  // Public: the console asks it before anybody could be signed in.
  @Get()
  @Public()
  async state(): Promise<SetupState> {
    return { open: await this.setup.isOpen() };
  }

  // Public: there is nobody yet; the token from the server's log is the proof.
  @Post()
  @Public()
  @UseGuards(OwnOriginGuard)
  @PerMinute(10)
  async complete(@Body() body: SetupDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { me, token } = await this.setup.complete(body, whenceOf(request));
    reply.header('set-cookie', this.cookie.holding(token));
    return me;
  }
}
