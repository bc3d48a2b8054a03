import { Module } from '@nestjs/common';
import { VisitorTokens } from './visitor-tokens.js';
import { Visitors } from './visitors.js';

@Module({ providers: [Visitors, VisitorTokens], exports: [Visitors, VisitorTokens] })
export class VisitorsModule {}
