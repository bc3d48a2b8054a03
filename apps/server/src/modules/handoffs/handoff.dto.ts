import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  HANDOFF_SORTS,
  HANDOFF_STATUSES,
  INBOX_VIEWS,
  TRIGGERS,
  type AssignHandoff,
  type CancelHandoff,
  type HandoffSort,
  type HandoffStatus,
  type InboxView,
  type ListHandoffs,
  type ResolveHandoff,
  type Trigger,
  type WriteNote,
} from '#contracts';

const UUID_OR_WORD = /^(me|none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const NOTE_MAX_CHARS = 10_000;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class ListHandoffsDto implements ListHandoffs {
  @IsOptional() @IsIn(HANDOFF_STATUSES) status?: HandoffStatus;
  @IsOptional() @IsUUID() websiteId?: string;
  @IsOptional() @IsIn(TRIGGERS) trigger?: Trigger;
  @IsOptional() @Matches(UUID_OR_WORD, { message: 'assignee must be "me", "none" or a user id' }) assignee?: string;
  @IsOptional() @IsUUID() teamId?: string;
  @IsOptional() @IsIn(INBOX_VIEWS) view?: InboxView;
  @IsOptional() @IsString() @MaxLength(200) q?: string;
  @IsOptional() @IsIn(HANDOFF_SORTS) sort?: HandoffSort;
  @IsOptional() @IsString() @MaxLength(500) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

export class ResolveHandoffDto implements ResolveHandoff {
  @IsOptional() @Transform(trimmed) @IsString() @Length(1, NOTE_MAX_CHARS) note?: string;
}

export class CancelHandoffDto implements CancelHandoff {
  @IsIn(['returned_to_ai', 'closed']) outcome!: 'returned_to_ai' | 'closed';
  @IsOptional() @Transform(trimmed) @IsString() @Length(1, NOTE_MAX_CHARS) note?: string;
}

export class AssignHandoffDto implements AssignHandoff {
  @IsOptional() @IsUUID() userId?: string;
  @IsOptional() @IsUUID() teamId?: string;
  @IsOptional() @Transform(trimmed) @IsString() @Length(1, NOTE_MAX_CHARS) comment?: string;
}

export class WriteNoteDto implements WriteNote {
  @Transform(trimmed) @IsString() @Length(1, NOTE_MAX_CHARS) body!: string;
}

/** For counts and pulse: one website, or all that one may see. */
export class OneWebsiteDto {
  @IsOptional() @IsUUID() websiteId?: string;
}
