import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { SendMessageDto } from '../modules/conversations/index.js';
import { SEQ_MAX } from './visitor-events.dto.js';

const WEBSITES_MAX = 200;

export class InboxWatchDto {
  @IsOptional() @IsArray() @ArrayMaxSize(WEBSITES_MAX) @IsUUID(undefined, { each: true }) websiteIds?: string[];
}

export class WatchSessionDto {
  @IsUUID() sessionId!: string;
  @IsInt() @Min(0) @Max(SEQ_MAX) afterSeq!: number;
}

export class UnwatchSessionDto {
  @IsUUID() sessionId!: string;
}

export class SendTeamMessageDto extends SendMessageDto {
  @IsUUID() sessionId!: string;
}

export class SessionTypingDto {
  @IsUUID() sessionId!: string;
  @IsBoolean() on!: boolean;
}

export class SessionReadDto {
  @IsUUID() sessionId!: string;
  @IsInt() @Min(0) @Max(SEQ_MAX) seq!: number;
}

export class PresenceDto {
  @IsIn(['online', 'away']) state!: 'online' | 'away';
}
