import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { AiMessageOutcome, Handoff, Page, Suggestion, TeamMessage, TeamSession } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { BotSpeech } from './bot-speech.js';
import { OpenHandoffDto, SendAiMessageDto, SendMessageDto, SpanDto } from './conversation.dto.js';
import { TeamActs } from './team-acts.js';

@Controller('sessions')
export class TeamSessionsController {
  constructor(
    private readonly acts: TeamActs,
    private readonly bot: BotSpeech,
  ) {}

  @Get(':id')
  @Needs('session.view')
  session(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<TeamSession> {
    return this.acts.session(member, id);
  }

  @Get(':id/messages')
  @Needs('session.view')
  async messages(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Query() span: SpanDto): Promise<Page<TeamMessage>> {
    return { items: await this.acts.messages(member, id, span), nextCursor: null };
  }

  @Get(':id/suggestions')
  @Needs('session.view')
  async suggestions(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Page<Suggestion>> {
    return { items: await this.acts.suggestions(member, id), nextCursor: null };
  }

  @Post(':id/messages')
  @Needs('session.reply')
  reply(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: SendMessageDto): Promise<TeamMessage> {
    return this.acts.reply(member, id, body);
  }

  @Post(':id/handoff')
  @HttpCode(200)
  @Needs('handoff.open')
  openHandoff(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: OpenHandoffDto): Promise<Handoff> {
    return this.acts.openHandoff(member, id, body);
  }

  @Post(':id/ai-messages')
  @Needs('bot.speak')
  speak(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: SendAiMessageDto): Promise<AiMessageOutcome> {
    return this.bot.speak(member, id, body);
  }
}
