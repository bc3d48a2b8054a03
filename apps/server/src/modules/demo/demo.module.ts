import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { HandoffsModule } from '../handoffs/index.js';
import { KnowledgeModule } from '../knowledge/index.js';
import { NotesModule } from '../notes/index.js';
import { SessionsModule } from '../sessions/index.js';
import { TriggersModule } from '../triggers/index.js';
import { VisitorsModule } from '../visitors/index.js';
import { WebsitesModule } from '../websites/index.js';
import { DemoDataController } from './demo-data.controller.js';
import { DemoData } from './demo-data.js';
import { DemoRemoval } from './demo-removal.js';
import { DemoStage } from './demo-stage.js';
import { SeedDemo } from './seed-demo.js';
import { StoryPlayer } from './story-player.js';

@Module({
  imports: [AuditModule, AuthModule, HandoffsModule, KnowledgeModule, NotesModule, SessionsModule, TriggersModule, VisitorsModule, WebsitesModule],
  controllers: [DemoDataController],
  providers: [DemoData, DemoRemoval, DemoStage, SeedDemo, StoryPlayer],
})
export class DemoModule {}
