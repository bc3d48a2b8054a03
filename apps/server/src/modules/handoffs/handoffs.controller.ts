import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Handoff, HandoffSummary, InboxCounts, Note, Page, QueuePulse } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { HandoffQueries } from './handoff-queries.js';
import { AssignHandoffDto, CancelHandoffDto, ListHandoffsDto, OneWebsiteDto, ResolveHandoffDto, WriteNoteDto } from './handoff.dto.js';
import { Handoffs } from './handoffs.service.js';

@Controller('handoffs')
export class HandoffsController {
  constructor(
    private readonly handoffs: Handoffs,
    private readonly queries: HandoffQueries,
  ) {}

  @Get()
  @Needs('handoff.view')
  list(@CurrentMember() member: Member, @Query() query: ListHandoffsDto): Promise<Page<HandoffSummary>> {
    return this.queries.list(member, query);
  }

  @Get('counts')
  @Needs('handoff.view')
  counts(@CurrentMember() member: Member, @Query() query: OneWebsiteDto): Promise<InboxCounts> {
    return this.queries.counts(member, query.websiteId ? [query.websiteId] : undefined);
  }

  @Get('pulse')
  @Needs('handoff.view')
  pulse(@CurrentMember() member: Member, @Query() query: OneWebsiteDto): Promise<QueuePulse> {
    return this.queries.pulse(member, query.websiteId);
  }

  @Get(':id')
  @Needs('handoff.view')
  get(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Handoff> {
    return this.queries.get(member, id);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Needs('handoff.claim')
  claim(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Handoff> {
    return this.handoffs.claim(member, id);
  }

  @Post(':id/force-claim')
  @HttpCode(200)
  @Needs('handoff.force_claim')
  forceClaim(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Handoff> {
    return this.handoffs.forceClaim(member, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Needs('handoff.claim')
  release(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Handoff> {
    return this.handoffs.release(member, id);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Needs('handoff.claim')
  assign(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: AssignHandoffDto): Promise<Handoff> {
    return this.handoffs.assign(member, id, body);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Needs('handoff.claim')
  resolve(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: ResolveHandoffDto): Promise<Handoff> {
    return this.handoffs.resolve(member, id, body.note);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Needs('handoff.claim')
  cancel(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: CancelHandoffDto): Promise<Handoff> {
    return this.handoffs.cancel(member, id, body);
  }

  @Get(':id/notes')
  @Needs('handoff.view')
  async notes(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Page<Note>> {
    const handoff = await this.queries.get(member, id);
    return { items: handoff.notes.filter((note) => note.handoffId === id), nextCursor: null };
  }

  @Post(':id/notes')
  @Needs('note.write')
  note(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: WriteNoteDto): Promise<Note> {
    return this.handoffs.note(member, id, body.body);
  }
}
