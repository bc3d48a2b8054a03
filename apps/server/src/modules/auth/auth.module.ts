import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { registerEntities } from '../../platform/database/index.js';
import { RateLimitModule } from '../../platform/rate-limit/index.js';
import { AuditModule } from '../audit/index.js';
import { VisitorsModule } from '../visitors/index.js';
import { WebsitesModule } from '../websites/index.js';
import { AccessGuard } from './access.guard.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeys } from './api-keys.js';
import { AuthController } from './auth.controller.js';
import { Authenticator } from './authenticator.js';
import { Credentials } from './credentials.js';
import { EndExpiredKeys } from './end-expired-keys.js';
import { FailedLogins } from './failed-logins.js';
import { LoginSessions } from './login-sessions.js';
import { Login } from './login.js';
import { PasswordLinksController } from './password-links.controller.js';
import { PasswordLinks } from './password-links.js';
import { ProfileController } from './profile.controller.js';
import { Profile } from './profile.js';
import { SessionCookie } from './session-cookie.js';
import { User } from './user.entity.js';
import { Users } from './users.js';

registerEntities(User);

@Module({
  imports: [RateLimitModule, AuditModule, VisitorsModule, WebsitesModule],
  controllers: [AuthController, ProfileController, PasswordLinksController, ApiKeysController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    ApiKeys,
    Authenticator,
    Credentials,
    EndExpiredKeys,
    FailedLogins,
    Login,
    LoginSessions,
    PasswordLinks,
    Profile,
    SessionCookie,
    Users,
  ],
  exports: [Authenticator, Credentials, Login, PasswordLinks, SessionCookie, Users],
})
export class AuthModule {}
