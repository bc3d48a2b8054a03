import { Module } from '@nestjs/common';
import { registerEntities } from '../../platform/database/index.js';
import { RuleBook } from './rule-book.js';
import { RuleVersions } from './rule-versions.js';
import { TriggerRule } from './trigger-rule.entity.js';
import { Triggers } from './triggers.js';

registerEntities(TriggerRule);

@Module({ providers: [RuleBook, RuleVersions, Triggers], exports: [Triggers] })
export class TriggersModule {}
