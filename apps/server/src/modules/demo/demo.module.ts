import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { HandoffsModule } from '../handoffs/index.js';
import { KnowledgeModule } from '../knowledge/index.js';
import { NotesModule } from '../notes/index.js';
import { SessionsModule } from '../sessions/index.js';
import { TriggersModule } from '../triggers/index.js';
import { VisitorsModule } from '../visitors/index.js';
import { WebsitesModule } from '../websites/index.js';
import { SeedDemo } from './seed-demo.js';
import { StoryPlayer } from './story-player.js';

@Module({
  imports: [AuthModule, HandoffsModule, KnowledgeModule, NotesModule, SessionsModule, TriggersModule, VisitorsModule, WebsitesModule],
  providers: [SeedDemo, StoryPlayer],
})
export class DemoModule {}
