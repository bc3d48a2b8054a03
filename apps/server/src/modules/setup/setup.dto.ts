import { PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsString, Matches, MaxLength, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import type { ChangeChecklist, FirstWebsite, Setup } from '#contracts';
import { PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS } from '../auth/index.js';
import { SaveWebsiteDto } from '../websites/index.js';

export class FirstWebsiteDto
  extends PickType(SaveWebsiteDto, ['name', 'allowedOrigins', 'timeZone', 'locale', 'theme'] as const)
  implements FirstWebsite {}

export class SetupDto implements Setup {
  @IsString()
  @MaxLength(200)
  token!: string;

  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(200)
  name!: string;

  @IsEmail()
  @MaxLength(320)
  email!: string;

  @IsString()
  @MinLength(PASSWORD_MIN_CHARS)
  @MaxLength(PASSWORD_MAX_CHARS)
  @Matches(/\S/, { message: '$property must not be blank' })
  password!: string;

  @ValidateIf((_, value) => value !== undefined)
  @ValidateNested()
  @Type(() => FirstWebsiteDto)
  website?: FirstWebsiteDto;
}

export class ChangeChecklistDto implements ChangeChecklist {
  @IsBoolean()
  dismissed!: boolean;
}
