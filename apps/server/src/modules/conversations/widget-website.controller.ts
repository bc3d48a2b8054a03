import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { WidgetWebsite } from '#contracts';
import { Public } from '../../platform/access/index.js';
import { PerMinute } from '../../platform/rate-limit/index.js';
import { WebsiteKeyDto } from './conversation.dto.js';
import { WidgetWebsites } from './widget-websites.js';

/** In the visitor's own browser alone: a shared cache would hand one origin's permission to another. */
const BRIEFLY = 'private, max-age=60';

@Controller('widget/website')
export class WidgetWebsiteController {
  constructor(private readonly websites: WidgetWebsites) {}

  @Get()
  @PerMinute(600)
  @Public() // a page that is about to show the chat; the website's key and the page's origin are what is checked
  async look(
    @Query() { websiteKey }: WebsiteKeyDto,
    @Headers('origin') origin: string | undefined,
    @Headers('referer') referer: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WidgetWebsite> {
    // Browsers name no origin when a page reads from its own; the address that they name instead no script can make up.
    const website = await this.websites.look(websiteKey, origin ?? originOf(referer));
    reply.header('cache-control', BRIEFLY);
    return website;
  }
}

function originOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).origin : undefined;
}
