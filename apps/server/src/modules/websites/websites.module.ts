import { Module } from '@nestjs/common';
import { registerEntities } from '../../platform/database/index.js';
import { AuditModule } from '../audit/index.js';
import { TriggersModule } from '../triggers/index.js';
import { Sightings } from './sightings.js';
import { WebsiteAdmin } from './website-admin.js';
import { Website } from './website.entity.js';
import { WebsitesController } from './websites.controller.js';
import { Websites } from './websites.js';

registerEntities(Website);

@Module({
  imports: [AuditModule, TriggersModule],
  controllers: [WebsitesController],
  providers: [Websites, WebsiteAdmin, Sightings],
  exports: [Websites, Sightings],
})
export class WebsitesModule {}
