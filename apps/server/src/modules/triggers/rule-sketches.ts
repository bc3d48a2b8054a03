import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { RuleConditions, RuleSketch, RuleStage } from '#contracts';
import { validateConditions, isValidConditions, type WebsiteValues } from '#rules';
import type { Member } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { Forbidden, InvalidInput, NotFound } from '../../platform/problems/index.js';
import type { PastWebsite } from './past/past-moments.js';
import { TopicBook } from './topics/topic-book.js';

export const RULE_STAGES: readonly RuleStage[] = ['before_reply', 'after_reply', 'clock'];

/** A rule that may be asked, and where it is asked. */
export interface SoundSketch {
  readonly conditions: RuleConditions;
  /** What the sketch says; undefined: it does not matter to it. */
  readonly stage: RuleStage | undefined;
  /** null: it names none. */
  readonly website: SketchWebsite | null;
}

export interface SketchWebsite extends PastWebsite {
  readonly id: string;
}

/** Rules that are only tried: nobody saved them, so nothing of them is known to be right. */
@Injectable()
export class RuleSketches {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicBook,
  ) {}

  /** @throws InvalidInput naming every wrong node, NotFound when the website is not the member's to see */
  async read(member: Member, sketch: RuleSketch): Promise<SoundSketch> {
    const stage = stageOf(sketch.stage);
    const website = await this.website(member, sketch.websiteId);
    return { conditions: sound(sketch.conditions, stage, await this.topics.values(website?.id)), stage, website };
  }

  /**
   * The same for what looks into past sessions, which not everybody may read who may see rules.
   * @throws InvalidInput, NotFound, Forbidden
   */
  async readForSessions(member: Member, sketch: RuleSketch): Promise<SoundSketch & { readonly website: SketchWebsite }> {
    const { website, ...rule } = await this.read(member, sketch);
    if (!website) throw new InvalidInput([{ path: 'rule.websiteId', message: 'must be the website whose sessions are meant' }]);
    if (!member.can('session.view', website.id)) throw new Forbidden();
    return { ...rule, website };
  }

  private async website(member: Member, websiteId: unknown): Promise<SketchWebsite | null> {
    if (websiteId === undefined || websiteId === null) return null;
    if (!isUUID(websiteId)) throw new InvalidInput([{ path: 'rule.websiteId', message: 'must be a UUID' }]);
    const id = (websiteId as string).toLowerCase();
    if (!member.can('rule.view', id)) throw new NotFound('website');
    const [row] = await this.database.query<Omit<PastWebsite, 'topics'>>(
      `select time_zone as "timeZone", mode, confidence_threshold as "confidenceThreshold" from website where id = $1 and deleted_at is null`,
      [id],
    );
    if (!row) throw new NotFound('website');
    return { ...row, id, topics: await this.topics.of(id) };
  }
}

function stageOf(stage: unknown): RuleStage | undefined {
  if (stage === undefined || RULE_STAGES.includes(stage as RuleStage)) return stage as RuleStage | undefined;
  throw new InvalidInput([{ path: 'rule.stage', message: `must be one of ${RULE_STAGES.join(', ')}` }]);
}

function sound(conditions: unknown, stage: RuleStage | undefined, values: WebsiteValues): RuleConditions {
  if (isValidConditions(conditions, stage, values)) return conditions;
  throw new InvalidInput(validateConditions(conditions, stage, values).errors.map(({ path, message }) => ({ path: `rule.${path}`, message })));
}
