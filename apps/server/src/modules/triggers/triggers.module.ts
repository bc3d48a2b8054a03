import { Module } from '@nestjs/common';
import { registerEntities } from '../../platform/database/index.js';
import { AuditModule } from '../audit/index.js';
import { AttributeSightings } from './attributes/attribute-sightings.js';
import { DecisionRecord } from './decisions/decision-record.js';
import { ClockRules } from './clock/clock-rules.js';
import { DecisionsView } from './decisions/decisions-view.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { Rests } from './decisions/rests.js';
import { FoldRuleTallies, ForgetOldDecisions } from './decisions/keep-decisions-short.js';
import { NearMisses } from './decisions/near-misses.js';
import { PastConversations } from './past/past-conversation.js';
import { ReplaysController } from './replay/replays.controller.js';
import { RuleReplays } from './replay/rule-replays.js';
import { RuleBook } from './rule-book.js';
import { RuleSketches } from './rule-sketches.js';
import { RuleTrials } from './rule-trials.js';
import { RuleVersions } from './rule-versions.js';
import { RulesView } from './rules-view.js';
import { RulesController } from './rules.controller.js';
import { Rules } from './rules.js';
import { SeedMissingRules } from './seed-missing-rules.js';
import { TriggerRule } from './trigger-rule.entity.js';
import { Triggers } from './triggers.js';
import { TopicBook } from './topics/topic-book.js';
import { TopicListsAdmin } from './topics/topic-lists.js';
import { TopicTrials } from './topics/topic-trials.js';
import { TopicsController } from './topics/topics.controller.js';

registerEntities(TriggerRule);

@Module({
  imports: [AuditModule],
  controllers: [ReplaysController, DecisionsController, RulesController, TopicsController],
  providers: [
    RuleBook,
    RuleVersions,
    RuleTrials,
    Rules,
    RulesView,
    Triggers,
    DecisionRecord,
    NearMisses,
    FoldRuleTallies,
    ForgetOldDecisions,
    AttributeSightings,
    ClockRules,
    Rests,
    SeedMissingRules,
    DecisionsView,
    PastConversations,
    RuleReplays,
    RuleSketches,
    TopicBook,
    TopicListsAdmin,
    TopicTrials,
  ],
  exports: [Triggers, TopicBook],
})
export class TriggersModule {}
