import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BuiltInTopic, Page, TopicLists, TopicListsVersion, TopicsTrial } from '#contracts';
import { builtInTopics } from '#understanding';
import { CurrentMember, Member, Needs } from '../../../platform/access/index.js';
import { TopicListsAdmin } from './topic-lists.js';
import { TopicTrials } from './topic-trials.js';
import { RollBackTopicsDto, SaveTopicListsDto, TryTopicsDto } from './topic.dto.js';

@ApiTags('Topics')
@Controller()
export class TopicsController {
  constructor(
    private readonly lists: TopicListsAdmin,
    private readonly trials: TopicTrials,
  ) {}

  /** The words and phrases by which topics are known in each language, without anything a website changed. */
  @Get('topics/built-in')
  @Needs('rule.view')
  builtIn(): Page<BuiltInTopic> {
    return { items: builtInTopics(), nextCursor: null };
  }

  /** What the website changed: words added, built-in ones switched off, topics of its own. */
  @Get('websites/:id/topics')
  @Needs('rule.view')
  get(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<TopicLists> {
    return this.lists.get(member, id);
  }

  /** Takes effect for the next message. A topic that a rule asks for cannot go. */
  @Put('websites/:id/topics')
  @Needs('rule.edit')
  save(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveTopicListsDto): Promise<TopicLists> {
    return this.lists.save(member, id, body);
  }

  /** Newest first. */
  @Get('websites/:id/topics/versions')
  @Needs('rule.view')
  async versions(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Page<TopicListsVersion>> {
    return { items: await this.lists.versions(member, id), nextCursor: null };
  }

  @Post('websites/:id/topics/rollback')
  @Needs('rule.edit')
  @HttpCode(200)
  rollBack(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: RollBackTopicsDto): Promise<TopicLists> {
    return this.lists.rollBack(member, id, body.version);
  }

  /** Which topics a sentence has, with the words they rest on; nothing is stored. */
  @Post('websites/:id/topics/try')
  @Needs('rule.view')
  @HttpCode(200)
  try(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: TryTopicsDto): Promise<TopicsTrial> {
    return this.trials.run(member, id, body);
  }
}
