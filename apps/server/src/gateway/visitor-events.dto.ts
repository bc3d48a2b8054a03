import { IsBoolean, IsInt, IsUUID, Max, Min } from 'class-validator';

export const SEQ_MAX = 2_147_483_647;

export class AnswerOfferDto {
  @IsUUID() offerId!: string;
  @IsBoolean() accept!: boolean;
}

export class SyncDto {
  @IsInt() @Min(0) @Max(SEQ_MAX) afterSeq!: number;
}

export class TypingDto {
  @IsBoolean() on!: boolean;
}

export class ReadDto {
  @IsInt() @Min(0) @Max(SEQ_MAX) seq!: number;
}

/** For events that carry nothing. */
export class NothingDto {}
