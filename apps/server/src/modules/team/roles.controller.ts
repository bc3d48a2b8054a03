import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, RoleInfo } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { RoleAdmin } from './role-admin.js';
import { ChangeRoleDto, SaveRoleDto } from './role.dto.js';

/** `:id` is the name of a role that comes with Baton, or the id of one made here. */
@ApiTags('Team')
@Controller('roles')
export class RolesController {
  constructor(private readonly roles: RoleAdmin) {}

  @Get()
  @Needs('user.view')
  list(@CurrentMember() member: Member): Promise<Page<RoleInfo>> {
    return this.roles.list(member);
  }

  @Post()
  @Needs('role.edit')
  create(@CurrentMember() member: Member, @Body() body: SaveRoleDto): Promise<RoleInfo> {
    return this.roles.create(member, body);
  }

  @Get(':id')
  @Needs('user.view')
  get(@CurrentMember() member: Member, @Param('id') id: string): Promise<RoleInfo> {
    return this.roles.get(member, id);
  }

  @Patch(':id')
  @Needs('role.edit')
  change(@CurrentMember() member: Member, @Param('id') id: string, @Body() body: ChangeRoleDto): Promise<RoleInfo> {
    return this.roles.change(member, id, body);
  }

  @Delete(':id')
  @Needs('role.edit')
  @HttpCode(204)
  remove(@CurrentMember() member: Member, @Param('id') id: string): Promise<void> {
    return this.roles.remove(member, id);
  }
}
