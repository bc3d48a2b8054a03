import { IsEmail, IsNotEmpty, IsString, MaxLength, ValidateBy, ValidateIf } from 'class-validator';
import type { VisitorIdentity } from '#contracts';
import { EXTERNAL_ID_MAX_CHARS } from './identity-proof.js';

const TOKEN_MAX_CHARS = 8000;
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

/** A token, or an id and its hash; whether they prove anything is asked later. */
export function IsIdentityProof(): PropertyDecorator {
  return ValidateBy({
    name: 'isIdentityProof',
    validator: {
      validate: isIdentityProof,
      defaultMessage: () => '$property must be a token, or { userId, hash }',
    },
  });
}

function isIdentityProof(value: unknown): boolean {
  if (typeof value === 'string') return value.length > 0 && value.length <= TOKEN_MAX_CHARS;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { userId, hash, ...more } = value as Record<string, unknown>;
  const isText = (text: unknown): boolean => typeof text === 'string' && text.length > 0 && text.length <= EXTERNAL_ID_MAX_CHARS;
  return isText(userId) && isText(hash) && Object.keys(more).length === 0;
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
