import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { ChangeUser, Membership, SaveUser } from '#contracts';
import { PageQuery } from '../../platform/paging/index.js';
import { PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS } from '../auth/index.js';

export class MembershipDto implements Membership {
  /** null: on every website, today's and later ones. */
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  websiteId!: string | null;

  /** The name of a role that comes with Baton, or the id of one made here. */
  @IsString()
  @MaxLength(100)
  role!: string;
}

export class SaveUserDto implements SaveUser {
  @IsEmail()
  @MaxLength(320)
  email!: string;

  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(200)
  name!: string;

  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MinLength(PASSWORD_MIN_CHARS)
  @MaxLength(PASSWORD_MAX_CHARS)
  @Matches(/\S/, { message: '$property must not be blank' })
  password?: string;

  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique((membership: Membership | null) => membership?.websiteId, { message: '$property must name each website once' })
  @ValidateNested({ each: true })
  @Type(() => MembershipDto)
  memberships!: MembershipDto[];

  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  active?: boolean;
}

export class ChangeUserDto extends PartialType(SaveUserDto, { skipNullProperties: false }) implements ChangeUser {
  /** With `active: false`: the handoffs they hold go back to the queue. */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  releaseHandoffs?: boolean;
}

export class UserQuery extends PageQuery {
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who works on this website' })
  @IsOptional()
  @IsUUID()
  websiteId?: string;
}
