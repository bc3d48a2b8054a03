import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsISO8601, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { PERMISSIONS, type CreateApiKey, type Permission } from '#contracts';

export class CreateApiKeyDto implements CreateApiKey {
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(200)
  name!: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsIn(Object.keys(PERMISSIONS), { each: true })
  permissions!: Permission[];

  /** Binds the key to one website. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsUUID()
  websiteId?: string;

  /** Absent or null: until it is revoked. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsISO8601({ strict: true })
  expiresAt?: string | null;
}
