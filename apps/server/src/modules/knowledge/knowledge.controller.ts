import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AskedKnowledge, KnowledgeArticle, KnowledgeSummary, Page } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { Articles } from './articles.js';
import { ArticleQuery, AskKnowledgeDto, ChangeKnowledgeArticleDto, SaveKnowledgeArticleDto, SummaryQuery } from './knowledge.dto.js';
import { Knowledge } from './knowledge.js';

@ApiTags('Knowledge')
@Controller('knowledge')
export class KnowledgeController {
  constructor(
    private readonly articles: Articles,
    private readonly knowledge: Knowledge,
  ) {}

  @Get()
  @Needs('knowledge.view')
  list(@CurrentMember() member: Member, @Query() query: ArticleQuery): Promise<Page<KnowledgeArticle>> {
    return this.articles.list(member, query);
  }

  @Post()
  @Needs('knowledge.edit')
  create(@CurrentMember() member: Member, @Body() body: SaveKnowledgeArticleDto): Promise<KnowledgeArticle> {
    return this.articles.create(member, body);
  }

  /** What the built-in answers would say. */
  @Post('ask')
  @Needs('knowledge.view')
  @HttpCode(200)
  ask(@CurrentMember() member: Member, @Body() body: AskKnowledgeDto): Promise<AskedKnowledge> {
    return this.knowledge.answerFor(member, body);
  }

  /** How many articles a website has, by state and language, and whether the built-in answers know them yet. */
  @Get('summary')
  @Needs('knowledge.view')
  async summary(@CurrentMember() member: Member, @Query() { websiteId }: SummaryQuery): Promise<KnowledgeSummary> {
    const [counted, learning] = await Promise.all([
      this.articles.summary(member, websiteId),
      websiteId === undefined ? null : this.knowledge.learning(member, websiteId),
    ]);
    return { ...counted, learning };
  }

  @Get(':id')
  @Needs('knowledge.view')
  get(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<KnowledgeArticle> {
    return this.articles.get(member, id);
  }

  /** With `ifUpdatedAt`, 409 `article.changed` when somebody else has changed it since. */
  @Patch(':id')
  @Needs('knowledge.edit')
  change(
    @CurrentMember() member: Member,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeKnowledgeArticleDto,
  ): Promise<KnowledgeArticle> {
    return this.articles.change(member, id, body);
  }

  @Delete(':id')
  @Needs('knowledge.edit')
  @HttpCode(204)
  remove(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.articles.remove(member, id);
  }
}
