import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#config';
import { BroadcasterModule, GatewayModule } from './gateway/index.js';
import { AssistantModule } from './modules/assistant/index.js';
import { AuditModule } from './modules/audit/index.js';
import { AuthModule } from './modules/auth/index.js';
import { ConversationsModule } from './modules/conversations/index.js';
import { DemoModule } from './modules/demo/index.js';
import { HandoffsModule } from './modules/handoffs/index.js';
import { KnowledgeModule } from './modules/knowledge/index.js';
import { NotesModule } from './modules/notes/index.js';
import { PresenceModule } from './modules/presence/index.js';
import { SessionsModule } from './modules/sessions/index.js';
import { SetupModule } from './modules/setup/index.js';
import { TeamModule } from './modules/team/index.js';
import { TriggersModule } from './modules/triggers/index.js';
import { VisitorsModule } from './modules/visitors/index.js';
import { WebsitesModule } from './modules/websites/index.js';
import { DatabaseServer } from './platform/database/index.js';
import { PlatformModule, SettingsModule } from './platform/platform.module.js';

@Module({})
export class AppModule {
  static of(config: Config, server: DatabaseServer): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.of(config, server),
        PlatformModule,
        BroadcasterModule,
        AuthModule,
        TeamModule,
        WebsitesModule,
        VisitorsModule,
        AuditModule,
        SetupModule,
        TriggersModule,
        KnowledgeModule,
        AssistantModule,
        SessionsModule,
        HandoffsModule,
        NotesModule,
        ConversationsModule,
        PresenceModule,
        GatewayModule,
        DemoModule,
      ],
    };
  }
}
