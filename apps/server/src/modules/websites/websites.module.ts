import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { WebsiteAdmin } from './website-admin.js';
import { WebsitesController } from './websites.controller.js';
import { Websites } from './websites.js';

@Module({ imports: [AuditModule], controllers: [WebsitesController], providers: [Websites, WebsiteAdmin], exports: [Websites] })
export class WebsitesModule {}
