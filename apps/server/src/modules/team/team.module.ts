import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { WebsitesModule } from '../websites/index.js';
import { RoleAdmin } from './role-admin.js';
import { RolesController } from './roles.controller.js';
import { Roles } from './roles.js';
import { TeamAdmin } from './team-admin.js';
import { Team } from './team.js';
import { TeamsController } from './teams.controller.js';
import { UserAdmin } from './user-admin.js';
import { UsersController } from './users.controller.js';

@Module({
  imports: [AuditModule, AuthModule, WebsitesModule],
  controllers: [UsersController, TeamsController, RolesController],
  providers: [RoleAdmin, Roles, Team, TeamAdmin, UserAdmin],
  exports: [Team],
})
export class TeamModule {}
