import { IsEmail, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { Setup } from '#contracts';
import { PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS } from '../auth/index.js';

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

  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(200)
  websiteName!: string;

  @IsString()
  @MaxLength(300)
  websiteOrigin!: string;
}
