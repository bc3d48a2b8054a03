import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Message, Page, RequestedHandoff, StartedSession, VisitorSession } from '#contracts';
import { CurrentVisitor, Public, VisitorOnly, type VisitorCaller } from '../../platform/access/index.js';
import { PerMinute } from '../../platform/rate-limit/index.js';
import { AnswerOfferDto, RequestHandoffDto, SendMessageDto, SpanDto, StartSessionDto } from './conversation.dto.js';
import { StartSession } from './start-session.js';
import { VisitorActs } from './visitor-acts.js';
import { VisitorTurn } from './visitor-turn.js';

@Controller('widget/sessions')
export class WidgetSessionsController {
  constructor(
    private readonly starting: StartSession,
    private readonly turns: VisitorTurn,
    private readonly acts: VisitorActs,
  ) {}

  @Post()
  @PerMinute(60)
  @Public() // a visitor has nothing to show yet; the website's key and the page's origin are what is checked
  start(@Body() body: StartSessionDto, @Headers('origin') origin?: string): Promise<StartedSession> {
    return this.starting.start(body, origin);
  }

  @Get('current')
  @VisitorOnly()
  async current(@CurrentVisitor() caller: VisitorCaller): Promise<{ session: VisitorSession }> {
    return { session: await this.acts.session(caller) };
  }

  @Get('current/messages')
  @VisitorOnly()
  async messages(@CurrentVisitor() caller: VisitorCaller, @Query() span: SpanDto): Promise<Page<Message>> {
    return { items: await this.acts.messages(caller, span), nextCursor: null };
  }

  @Post('current/messages')
  @VisitorOnly()
  send(@CurrentVisitor() caller: VisitorCaller, @Body() body: SendMessageDto): Promise<Message> {
    return this.turns.receive(caller, body);
  }

  @Post('current/handoff')
  @HttpCode(200)
  @VisitorOnly()
  requestPerson(@CurrentVisitor() caller: VisitorCaller, @Body() body: RequestHandoffDto): Promise<RequestedHandoff> {
    return this.acts.requestPerson(caller, body);
  }

  /** Yes or no to the person that was offered; yes opens the handoff. */
  @Post('current/offers/:id')
  @HttpCode(200)
  @VisitorOnly()
  async answerOffer(
    @CurrentVisitor() caller: VisitorCaller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { accept }: AnswerOfferDto,
  ): Promise<{ session: VisitorSession }> {
    return { session: await this.acts.answerOffer(caller, id, accept) };
  }
}
