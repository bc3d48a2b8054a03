import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { WebsitesModule } from '../websites/index.js';
import { TeamAdmin } from './team-admin.js';
import { Team } from './team.js';
import { TeamsController } from './teams.controller.js';
import { UserAdmin } from './user-admin.js';
import { UsersController } from './users.controller.js';

@Module({
  imports: [AuditModule, AuthModule, WebsitesModule],
  controllers: [UsersController, TeamsController],
  providers: [Team, TeamAdmin, UserAdmin],
  exports: [Team],
})
export class TeamModule {}
