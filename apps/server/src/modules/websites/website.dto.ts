import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsString,
  IsTimeZone,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { AVAILABLE_MODES, type ResponderKind, type SaveAssistantSettings, type SaveWebsite, type WebsiteMode, type WidgetTheme } from '#contracts';

const WEB_URL = { protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true };
const absent = (_: unknown, value: unknown): boolean => value !== undefined;
/** Absent keeps, null clears. */
const Clearable = (): PropertyDecorator => ValidateIf((_, value) => value !== null && value !== undefined);
/** Absent keeps; null is not a value. */
const Keepable = (): PropertyDecorator => ValidateIf(absent);

function IsLanguageTag(): PropertyDecorator {
  return ValidateBy({
    name: 'isLanguageTag',
    validator: {
      validate: (value) => typeof value === 'string' && value.length <= 35 && isLanguageTag(value),
      defaultMessage: () => '$property must be a language tag such as en or pt-BR',
    },
  });
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

export class WidgetThemeDto implements Partial<WidgetTheme> {
  @Keepable()
  @Matches(/^#[0-9a-f]{6}$/i, { message: '$property must be a colour such as #4f46e5' })
  accent?: string;

  @Keepable()
  @IsIn(['right', 'left'])
  position?: 'right' | 'left';

  @Clearable()
  @IsString()
  @MaxLength(500)
  greeting?: string | null;

  @Clearable()
  @IsUrl(WEB_URL)
  @MaxLength(2000)
  avatarUrl?: string | null;

  @Keepable()
  @IsIn(['system', 'light', 'dark'])
  scheme?: 'system' | 'light' | 'dark';
}

export class SaveAssistantSettingsDto implements SaveAssistantSettings {
  @Keepable()
  @IsIn(['knowledge', 'openai_compatible', 'none'])
  responder?: ResponderKind;

  @Clearable()
  @IsUrl(WEB_URL)
  @MaxLength(2000)
  baseUrl?: string | null;

  @Clearable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  model?: string | null;

  /** Write-only: no answer ever holds it. */
  @Clearable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  apiKey?: string | null;

  @Clearable()
  @IsString()
  @MaxLength(20_000)
  instructions?: string | null;

  @Keepable()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(1)
  confidenceThreshold?: number;

  @Keepable()
  @IsInt()
  @Min(500)
  @Max(300_000)
  deadlineMs?: number;
}

export class SaveWebsiteDto implements SaveWebsite {
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(200)
  name!: string;

  /** Exact origins, `scheme://host[:port]`. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  allowedOrigins!: string[];

  @Keepable()
  @IsIn(AVAILABLE_MODES, { message: '$property must be always or off; business hours and taking contact details are not available yet' })
  mode?: WebsiteMode;

  @Keepable()
  @IsTimeZone()
  timeZone?: string;

  @Keepable()
  @IsLanguageTag()
  locale?: string;

  @Keepable()
  @IsInt()
  @Min(0)
  @Max(8760)
  reopenWindowHours?: number;

  @Keepable()
  @ValidateNested()
  @Type(() => WidgetThemeDto)
  theme?: WidgetThemeDto;

  @Keepable()
  @ValidateNested()
  @Type(() => SaveAssistantSettingsDto)
  assistant?: SaveAssistantSettingsDto;
}

export class ChangeWebsiteDto extends PartialType(SaveWebsiteDto, { skipNullProperties: false }) {}
