import { PickType } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { Login, UseLink } from '#contracts';

export const PASSWORD_MIN_CHARS = 10;
export const PASSWORD_MAX_CHARS = 200;

/** Not checked for the form of an address: a refusal must not depend on anything but the two together. */
export class LoginDto implements Login {
  @IsString()
  @MaxLength(320)
  email!: string;

  @IsString()
  @MaxLength(PASSWORD_MAX_CHARS)
  password!: string;
}

export class ChangePasswordDto {
  @IsString()
  @MaxLength(PASSWORD_MAX_CHARS)
  currentPassword!: string;

  @IsString()
  @MinLength(PASSWORD_MIN_CHARS)
  @MaxLength(PASSWORD_MAX_CHARS)
  @Matches(/\S/, { message: '$property must not be blank' })
  newPassword!: string;
}

export class ChangeProfileDto {
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(200)
  name!: string;
}

export class UseLinkDto implements UseLink {
  @IsString()
  @MaxLength(200)
  token!: string;

  @IsString()
  @MinLength(PASSWORD_MIN_CHARS)
  @MaxLength(PASSWORD_MAX_CHARS)
  @Matches(/\S/, { message: '$property must not be blank' })
  password!: string;
}

export class LinkTokenDto extends PickType(UseLinkDto, ['token']) {}
