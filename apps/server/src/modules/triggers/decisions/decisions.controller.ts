import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, RuleComparison, RuleCounts, RuleDecision } from '#contracts';
import { CurrentMember, Member, Needs } from '../../../platform/access/index.js';
import { CountsQuery, DaysQuery, DecisionsQuery } from './decision.dto.js';
import { DecisionsView } from './decisions-view.js';

@ApiTags('Rules')
@Controller('rules')
export class DecisionsController {
  constructor(private readonly view: DecisionsView) {}

  /** How often each rule fired in the last days, 14 unless given. */
  @Get('counts')
  @Needs('rule.view')
  counts(@CurrentMember() member: Member, @Query() query: CountsQuery): Promise<Page<RuleCounts>> {
    return this.view.counts(member, query);
  }

  /** What a rule decided, newest first; those that did not fire came close and are a sample. */
  @Get(':id/decisions')
  @Needs('rule.view')
  decisions(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Query() query: DecisionsQuery): Promise<Page<RuleDecision>> {
    return this.view.list(member, id, query);
  }

  /** What a rule said in sessions of the last days against whether a person was called to them; live or in shadow. */
  @Get(':id/comparison')
  @Needs('rule.view')
  comparison(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Query() { days }: DaysQuery): Promise<RuleComparison> {
    return this.view.comparison(member, id, days);
  }
}
