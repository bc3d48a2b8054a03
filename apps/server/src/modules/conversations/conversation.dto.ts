import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsLocale,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  MESSAGE_TEXT_MAX_CHARS,
  PRIORITIES,
  type IdentityProof,
  type OpenHandoff,
  type PageInfo,
  type Priority,
  type SendAiMessage,
  type SendMessage,
  type Source,
  type StartSession,
  type SubmitContact,
  type SubmitRating,
} from '#contracts';
import { IsIdentityProof, VisitorIdentityDto } from '../visitors/index.js';

const MAX_INT = 2_147_483_647;
const NOT_BLANK = /\S/;

export class SendMessageDto implements SendMessage {
  @IsUUID() clientId!: string;

  @IsString()
  @Matches(NOT_BLANK, { message: 'text must not be empty' })
  @MaxLength(MESSAGE_TEXT_MAX_CHARS)
  text!: string;

  /** Attachments are not accepted yet: only an absent or empty list. */
  @IsOptional() @IsArray() @ArrayMaxSize(0, { message: 'attachmentIds must be empty: attachments are not available yet' }) attachmentIds?: string[];

  @IsOptional() @IsInt() @Min(0) @Max(MAX_INT) epoch?: number;
}

export class SourceDto implements Source {
  @IsString() @Length(1, 200) articleId!: string;
  @IsString() @Length(1, 300) title!: string;
  @IsOptional() @IsString() @Matches(/^https?:\/\//, { message: 'url must be an http(s) address' }) @MaxLength(2000) url?: string;
  @IsOptional() @IsString() @MaxLength(2000) quote?: string;
}

export class SendAiMessageDto implements SendAiMessage {
  @IsUUID() clientId!: string;
  @IsInt() @Min(0) @Max(MAX_INT) epoch!: number;

  @IsString()
  @Matches(NOT_BLANK, { message: 'text must not be empty' })
  @MaxLength(MESSAGE_TEXT_MAX_CHARS)
  text!: string;

  @IsOptional() @IsNumber() @Min(0) @Max(1) confidence?: number;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => SourceDto) sources?: SourceDto[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(100, { each: true }) topics?: string[];
}

export class PageInfoDto implements PageInfo {
  @IsOptional() @IsString() @MaxLength(2000) url?: string;
  @IsOptional() @IsString() @MaxLength(500) title?: string;
  @IsOptional() @IsString() @MaxLength(2000) referrer?: string;
}

export class WebsiteKeyDto {
  @IsString() @IsNotEmpty() @MaxLength(200) websiteKey!: string;
}

export class StartSessionDto implements StartSession {
  @IsString() @IsNotEmpty() @MaxLength(200) websiteKey!: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => VisitorIdentityDto) visitor?: VisitorIdentityDto;
  @IsOptional() @IsIdentityProof() identity?: IdentityProof;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => PageInfoDto) page?: PageInfoDto;
  @IsOptional() @IsLocale() @MaxLength(35) locale?: string;
  @IsOptional() @IsTimeZone() timeZone?: string;
  @IsOptional() @IsString() @MaxLength(200) resume?: string;
}

export class RequestHandoffDto {
  @IsOptional() @IsString() @MaxLength(1000) reason?: string;
}

export class AnswerOfferDto {
  @IsBoolean() accept!: boolean;
}

export class OpenHandoffDto implements OpenHandoff {
  @IsOptional() @IsString() @MaxLength(1000) reason?: string;
  @IsOptional() @IsIn(PRIORITIES) priority?: Priority;
  @IsOptional() @IsUUID() teamId?: string;
}

export class SubmitContactDto implements SubmitContact {
  @IsEmail() @MaxLength(320) email!: string;
  @IsOptional() @IsString() @Length(1, 200) name?: string;
  @IsOptional() @IsString() @Length(1, 50) phone?: string;
}

export class SubmitRatingDto implements SubmitRating {
  @IsInt() @Min(1) @Max(5) score!: number;
  @IsOptional() @IsString() @MaxLength(2000) comment?: string;
}

export class SpanDto {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(MAX_INT) afterSeq?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(MAX_INT) beforeSeq?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}
