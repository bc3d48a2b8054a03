import { IsInt, IsISO8601, IsObject, Max, Min, ValidateIf } from 'class-validator';
import type { ReplayRule } from '#contracts';
import { AsItCame } from '../../../platform/input/index.js';

const MAX_SESSIONS = 100_000;

export class ReplayRuleDto implements ReplayRule {
  /** A rule as `POST /rules` takes it or `GET /rules/:id` gives it; only its conditions, stage and website matter. */
  @IsObject()
  @AsItCame()
  rule!: ReplayRule['rule'];

  @IsISO8601({ strict: true })
  from!: string;

  @IsISO8601({ strict: true })
  to!: string;

  /** At most so many sessions, the newest; 10,000 unless given. */
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(MAX_SESSIONS)
  limit?: number;
}
