import { PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { Permission, SaveRole } from '#contracts';

export class SaveRoleDto implements SaveRole {
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(100)
  name!: string;

  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(500)
  description?: string;

  /** Keys of permissions; which one is unknown is said at its place. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  permissions!: Permission[];
}

export class ChangeRoleDto extends PartialType(SaveRoleDto, { skipNullProperties: false }) {}
