import { IsEmail, IsNotEmpty, IsString, MaxLength, ValidateBy, ValidateIf } from 'class-validator';
import type { VisitorIdentity } from '#contracts';

export const ATTRIBUTES_MAX = 50;
const ATTRIBUTE_NAME = /^[a-z][a-z0-9_]{0,63}$/i;
const ATTRIBUTE_TEXT_MAX_CHARS = 1000;

function areAttributes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= ATTRIBUTES_MAX && entries.every(([name, given]) => ATTRIBUTE_NAME.test(name) && isAttribute(given));
}

function isAttribute(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= ATTRIBUTE_TEXT_MAX_CHARS && !value.includes('\0');
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

const WhenSaid = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** What a widget may say of its visitor. */
export class VisitorIdentityDto implements VisitorIdentity {
  @WhenSaid()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @WhenSaid()
  @IsEmail()
  @MaxLength(320)
  email?: string;

  @WhenSaid()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  phone?: string;

  @WhenSaid()
  @ValidateBy({
    name: 'areAttributes',
    validator: {
      validate: areAttributes,
      defaultMessage: () =>
        `$property must hold at most ${ATTRIBUTES_MAX} values: names of letters, digits and _, and short texts, numbers or booleans`,
    },
  })
  attributes?: Record<string, string | number | boolean>;
}
