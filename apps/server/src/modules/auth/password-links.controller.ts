import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LinkHolder, Me } from '#contracts';
import { Public } from '../../platform/access/index.js';
import { PerMinute } from '../../platform/rate-limit/index.js';
import { LinkTokenDto, UseLinkDto } from './auth.dto.js';
import { OwnOriginGuard } from './own-origin.guard.js';
import { PasswordLinks } from './password-links.js';
import { SessionCookie } from './session-cookie.js';
import { whenceOf } from './whence.js';

@ApiTags('Auth')
@Controller('auth/links')
export class PasswordLinksController {
  constructor(
    private readonly links: PasswordLinks,
    private readonly cookie: SessionCookie,
  ) {}

  // Public: whoever holds the link cannot sign in yet. In the body, so that no log of addresses keeps it.
  @Post('look')
  @Public()
  @PerMinute(30)
  @HttpCode(200)
  look(@Body() { token }: LinkTokenDto, @Req() request: FastifyRequest): Promise<LinkHolder> {
    return this.links.look(token, whenceOf(request));
  }

  // Public: the link is the proof, and ends with its use.
  @Post('use')
  @Public()
  @UseGuards(OwnOriginGuard)
  @PerMinute(30)
  @HttpCode(200)
  async use(@Body() body: UseLinkDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { me, token } = await this.links.use(body, whenceOf(request));
    reply.header('set-cookie', this.cookie.holding(token));
    return me;
  }
}
