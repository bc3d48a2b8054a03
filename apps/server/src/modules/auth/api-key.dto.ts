import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
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
}
