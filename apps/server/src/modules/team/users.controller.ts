import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CreatedLink, Page, Person } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { UserAdmin } from './user-admin.js';
import { ChangeUserDto, SaveUserDto, UserQuery } from './user.dto.js';

@ApiTags('Team')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UserAdmin) {}

  @Get()
  @Needs('user.view')
  list(@CurrentMember() member: Member, @Query() query: UserQuery): Promise<Page<Person>> {
    return this.users.list(member, query);
  }

  @Post()
  @Needs('user.edit')
  create(@CurrentMember() member: Member, @Body() body: SaveUserDto): Promise<Person> {
    return this.users.create(member, body);
  }

  @Get(':id')
  @Needs('user.view')
  get(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Person> {
    return this.users.get(member, id);
  }

  @Patch(':id')
  @Needs('user.edit')
  change(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeUserDto): Promise<Person> {
    return this.users.change(member, id, body);
  }

  /** Deactivates: transcripts go on naming whoever wrote them. */
  @Delete(':id')
  @Needs('user.edit')
  @HttpCode(204)
  async deactivate(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.users.change(member, id, { active: false });
  }

  /** The address at which they choose a password, shown this once; the one before is void. */
  @Post(':id/link')
  @Needs('user.edit')
  makeLink(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<CreatedLink> {
    return this.users.makeLink(member, id);
  }

  @Delete(':id/link')
  @Needs('user.edit')
  @HttpCode(204)
  revokeLink(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.users.revokeLink(member, id);
  }
}
