import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FactList, Page, Rule, RuleTrial, RuleValidation, RuleVersion } from '#contracts';
import { validateConditions } from '#rules';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { AttributeSightings } from './attributes/attribute-sightings.js';
import { ChangeRuleDto, FactsQuery, RollBackRuleDto, RuleQuery, SaveRuleDto, TryRuleDto, ValidateRuleDto } from './rule.dto.js';
import { RuleTrials } from './rule-trials.js';
import { RulesView } from './rules-view.js';
import { TopicBook } from './topics/topic-book.js';
import { Rules } from './rules.js';

@ApiTags('Rules')
@Controller('rules')
export class RulesController {
  constructor(
    private readonly rules: Rules,
    private readonly view: RulesView,
    private readonly trials: RuleTrials,
    private readonly topics: TopicBook,
    private readonly attributes: AttributeSightings,
  ) {}

  /** In the order they run. */
  @Get()
  @Needs('rule.view')
  list(@CurrentMember() member: Member, @Query() query: RuleQuery): Promise<Page<Rule>> {
    return this.view.list(member, query);
  }

  @Post()
  @Needs('rule.edit')
  create(@CurrentMember() member: Member, @Body() body: SaveRuleDto): Promise<Rule> {
    return this.rules.create(member, body);
  }

  /** Everything a rule may ask about; with a website also its topics and the attributes its visitors had. */
  @Get('facts')
  @Needs('rule.view')
  async facts(@CurrentMember() member: Member, @Query() { websiteId }: FactsQuery): Promise<FactList> {
    if (websiteId !== undefined && !member.can('rule.view', websiteId)) throw new NotFound('website');
    const [items, attributes] = await Promise.all([this.topics.facts(websiteId), websiteId === undefined ? [] : this.attributes.of(websiteId)]);
    return { items, nextCursor: null, attributes };
  }

  @Post('validate')
  @Needs('rule.view')
  @HttpCode(200)
  async validate(@CurrentMember() member: Member, @Body() { conditions, stage, websiteId }: ValidateRuleDto): Promise<RuleValidation> {
    if (websiteId !== undefined && !member.can('rule.view', websiteId)) throw new NotFound('website');
    return validateConditions(conditions, stage, await this.topics.values(websiteId));
  }

  /** What a rule would say of a message, with the evidence; nothing follows from it. */
  @Post('try')
  @Needs('rule.view')
  @HttpCode(200)
  try(@CurrentMember() member: Member, @Body() body: TryRuleDto): Promise<RuleTrial> {
    return this.trials.run(member, body);
  }

  @Get(':id')
  @Needs('rule.view')
  get(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Rule> {
    return this.view.get(member, id);
  }

  /** With `ifVersion`, 409 `rule.changed` when somebody else has changed it since. */
  @Patch(':id')
  @Needs('rule.edit')
  change(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeRuleDto): Promise<Rule> {
    return this.rules.change(member, id, body);
  }

  @Delete(':id')
  @Needs('rule.edit')
  @HttpCode(204)
  remove(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.rules.remove(member, id);
  }

  /** Newest first. */
  @Get(':id/versions')
  @Needs('rule.view')
  async versions(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Page<RuleVersion>> {
    return { items: await this.rules.history(member, id), nextCursor: null };
  }

  @Post(':id/rollback')
  @Needs('rule.edit')
  @HttpCode(200)
  rollBack(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: RollBackRuleDto): Promise<Rule> {
    return this.rules.rollBack(member, id, body.version);
  }
}
