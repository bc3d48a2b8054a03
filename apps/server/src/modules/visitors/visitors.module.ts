import { Module } from '@nestjs/common';
import { registerEntities } from '../../platform/database/index.js';
import { VisitorTokens } from './visitor-tokens.js';
import { Visitor } from './visitor.entity.js';
import { Visitors } from './visitors.js';

registerEntities(Visitor);

@Module({ providers: [Visitors, VisitorTokens], exports: [Visitors, VisitorTokens] })
export class VisitorsModule {}
