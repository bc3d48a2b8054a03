import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQuery } from '../../../platform/paging/index.js';

const DAYS_DEFAULT = 14;
const DAYS_MAX = 400;

export class DaysQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: DAYS_MAX, default: DAYS_DEFAULT, description: 'The last so many days, today among them' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(DAYS_MAX)
  days: number = DAYS_DEFAULT;
}

export class CountsQuery extends DaysQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  websiteId?: string;
}

export class DecisionsQuery extends PageQuery {
  @ApiPropertyOptional({ type: Boolean, description: 'Only those that fired, or only those that came close; both unless given' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  fired?: boolean;
}
