import { ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  MESSAGE_TEXT_MAX_CHARS,
  PRIORITIES,
  type ChangeRule,
  type Priority,
  type RuleAction,
  type RuleConditions,
  type RuleMode,
  type RuleStage,
  type SaveRule,
  type TryRule,
  type ValidateRule,
} from '#contracts';
import { AsItCame } from '../../platform/input/index.js';
import { PageQuery } from '../../platform/paging/index.js';
import { IsTextByLanguage } from './text-by-language.js';

const NOT_EMPTY = { message: '$property must not be empty' };
/** Absent keeps; null is not a value. */
const Keepable = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** Thirty days. */
const COOLDOWN_MAX_SECONDS = 2_592_000;

const STAGES: readonly RuleStage[] = ['before_reply', 'after_reply', 'clock'];
const MESSAGE_MAX_CHARS = 1000;
const MAX_LANGUAGES = 50;

export class RuleActionDto implements RuleAction {
  /** `offer`: a person is offered, and comes when the visitor says yes; at most once per rule and session. */
  @IsIn(['handoff', 'offer', 'tag'])
  type!: RuleAction['type'];

  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

  /** Of the website, or of all. */
  @IsOptional()
  @IsUUID()
  teamId?: string;

  /** Said to the visitor; plain text. */
  @IsOptional()
  @IsString()
  @Matches(/\S/, NOT_EMPTY)
  @MaxLength(MESSAGE_MAX_CHARS)
  message?: string;

  /** The same by language (`de`, `pt-BR`); `message` is for every other. */
  @IsOptional()
  @IsTextByLanguage(MAX_LANGUAGES, MESSAGE_MAX_CHARS)
  messages?: Record<string, string>;

  /** What to tag the session with. */
  @ValidateIf((action: RuleActionDto) => action.type === 'tag' || action.tag !== undefined)
  @IsString()
  @Matches(/\S/, NOT_EMPTY)
  @MaxLength(50)
  tag?: string;
}

export class SaveRuleDto implements SaveRule {
  @IsUUID()
  websiteId!: string;

  @IsString()
  @Matches(/\S/, NOT_EMPTY)
  @MaxLength(200)
  name!: string;

  @Keepable()
  @IsBoolean()
  enabled?: boolean;

  /** A shadow rule decides and is counted, and nothing follows. */
  @Keepable()
  @IsIn(['live', 'shadow'])
  mode?: RuleMode;

  @IsIn(STAGES)
  stage!: RuleStage;

  /** Higher runs first; the built-in rules lie between 70 and 140. */
  @Keepable()
  @IsInt()
  @Min(-1000)
  @Max(1000)
  priority?: number;

  /** How long it rests, in one session, after it has acted there; null: not at all. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(COOLDOWN_MAX_SECONDS)
  cooldownSeconds?: number | null;

  /** In json-rules-engine's form: `{ all | any | not: … }` with leaves `{ fact, operator, value }`. */
  @IsDefined()
  @AsItCame()
  conditions!: RuleConditions;

  @IsDefined()
  @ValidateNested()
  @Type(() => RuleActionDto)
  action!: RuleActionDto;
}

export class ChangeRuleDto extends PartialType(OmitType(SaveRuleDto, ['websiteId', 'stage']), { skipNullProperties: false }) implements ChangeRule {
  @AsItCame()
  override conditions?: RuleConditions;

  /** The version it was made on. */
  @Keepable()
  @IsInt()
  @Min(1)
  ifVersion?: number;
}

export class RuleQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  websiteId?: string;
}

export class FactsQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  websiteId?: string;
}

export class ValidateRuleDto implements ValidateRule {
  @ApiPropertyOptional({ type: Object })
  @IsOptional()
  @AsItCame()
  conditions!: unknown;

  @Keepable()
  @IsIn(STAGES)
  stage?: RuleStage;

  /** When given, the website's own topics are known. */
  @Keepable()
  @IsUUID()
  websiteId?: string;
}

export class TryRuleDto implements TryRule {
  /** A rule as `POST /rules` takes it or `GET /rules/:id` gives it; only its conditions, stage and website matter. */
  @IsObject()
  @AsItCame()
  rule!: TryRule['rule'];

  /** The message that begins a session; or `sessionId` instead. */
  @Keepable()
  @IsString()
  @MaxLength(MESSAGE_TEXT_MAX_CHARS)
  text?: string;

  /** A past session of the rule's website. */
  @Keepable()
  @IsUUID()
  sessionId?: string;

  /** The visitor's message of that session; the latest unless given. */
  @Keepable()
  @IsInt()
  @Min(1)
  seq?: number;
}

export class RollBackRuleDto {
  @IsInt()
  @Min(1)
  version!: number;
}
