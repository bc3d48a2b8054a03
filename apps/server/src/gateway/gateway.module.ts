import { Module } from '@nestjs/common';
import { AuthModule } from '../modules/auth/index.js';
import { ConversationsModule } from '../modules/conversations/index.js';
import { HandoffsModule } from '../modules/handoffs/index.js';
import { PresenceModule } from '../modules/presence/index.js';
import { SessionsModule } from '../modules/sessions/index.js';
import { VisitorsModule } from '../modules/visitors/index.js';
import { WebsitesModule } from '../modules/websites/index.js';
import { AgentGateway } from './agent.gateway.js';
import { AgentHandshake } from './agent.handshake.js';
import { AgentPresence } from './agent-presence.js';
import { AgentSigns } from './agent-signs.js';
import { CheckCredentialsAgain } from './check-credentials-again.js';
import { InboxRooms } from './inbox-rooms.js';
import { Origins } from './origins.js';
import { SendOffTheVanished } from './send-off-the-vanished.js';
import { Viewers } from './viewers.js';
import { VisitorGateway } from './visitor.gateway.js';
import { VisitorHandshake } from './visitor.handshake.js';
import { VisitorSigns } from './visitor-signs.js';

export const gatewayProviders = [
  AgentGateway,
  AgentHandshake,
  AgentPresence,
  AgentSigns,
  CheckCredentialsAgain,
  InboxRooms,
  Origins,
  SendOffTheVanished,
  Viewers,
  VisitorGateway,
  VisitorHandshake,
  VisitorSigns,
];

@Module({
  imports: [AuthModule, ConversationsModule, HandoffsModule, PresenceModule, SessionsModule, VisitorsModule, WebsitesModule],
  providers: gatewayProviders,
})
export class GatewayModule {}
