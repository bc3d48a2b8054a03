import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { WebsitesModule } from '../websites/index.js';
import { ChecklistController } from './checklist.controller.js';
import { Checklists } from './checklist.js';
import { SetupController } from './setup.controller.js';
import { Setup } from './setup.js';

@Module({ imports: [AuditModule, AuthModule, WebsitesModule], controllers: [ChecklistController, SetupController], providers: [Checklists, Setup] })
export class SetupModule {}
