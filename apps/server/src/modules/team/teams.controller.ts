import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, Team } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { PageQuery } from '../../platform/paging/index.js';
import { TeamAdmin } from './team-admin.js';
import { ChangeTeamDto, SaveTeamDto } from './team.dto.js';

@ApiTags('Team')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamAdmin) {}

  @Get()
  @Needs('user.view')
  list(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<Page<Team>> {
    return this.teams.list(member, query);
  }

  @Post()
  @Needs('user.edit')
  create(@CurrentMember() member: Member, @Body() body: SaveTeamDto): Promise<Team> {
    return this.teams.create(member, body);
  }

  @Get(':id')
  @Needs('user.view')
  get(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Team> {
    return this.teams.get(member, id);
  }

  @Patch(':id')
  @Needs('user.edit')
  change(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeTeamDto): Promise<Team> {
    return this.teams.change(member, id, body);
  }

  @Delete(':id')
  @Needs('user.edit')
  @HttpCode(204)
  remove(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.teams.remove(member, id);
  }
}
