import { PickType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { SaveTeam } from '#contracts';

export class SaveTeamDto implements SaveTeam {
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(200)
  name!: string;

  /** Absent or null: a team for every website. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsUUID()
  websiteId?: string | null;

  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  memberIds!: string[];
}

export class ChangeTeamDto extends PartialType(PickType(SaveTeamDto, ['name', 'memberIds']), { skipNullProperties: false }) {}
