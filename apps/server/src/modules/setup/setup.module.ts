import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { WebsitesModule } from '../websites/index.js';
import { SetupController } from './setup.controller.js';
import { Setup } from './setup.js';

@Module({ imports: [AuditModule, AuthModule, WebsitesModule], controllers: [SetupController], providers: [Setup] })
export class SetupModule {}
