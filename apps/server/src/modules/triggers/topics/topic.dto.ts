import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import {
  MESSAGE_TEXT_MAX_CHARS,
  TOPICS,
  TOPIC_LANGUAGES,
  TOPIC_LIMITS,
  type SaveTopicLists,
  type TopicLanguage,
  type TopicList,
  type TopicWords,
  type TryTopics,
} from '#contracts';

/** More signs than a built-in topic has in any language. */
const MAX_OFF = 500;

export class TopicWordsDto implements TopicWords {
  /** `any`: whatever language is written */
  @IsIn(TOPIC_LANGUAGES)
  language!: TopicLanguage;

  /** Words and phrases; case and accents do not matter, `refund*` is every word that begins so. */
  @IsArray()
  @ArrayMaxSize(TOPIC_LIMITS.words)
  @IsString({ each: true })
  @MaxLength(TOPIC_LIMITS.wordChars, { each: true })
  added!: string[];

  /** Ids of built-in signs, see `GET /topics/built-in`. */
  @IsArray()
  @ArrayMaxSize(MAX_OFF)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  off!: string[];
}

export class TopicListDto implements TopicList {
  @IsString()
  @MaxLength(TOPIC_LIMITS.keyChars)
  key!: string;

  /** null for a built-in topic */
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @MaxLength(TOPIC_LIMITS.labelChars)
  label!: string | null;

  @IsArray()
  @ArrayMaxSize(TOPIC_LANGUAGES.length)
  @ValidateNested({ each: true })
  @Type(() => TopicWordsDto)
  words!: TopicWordsDto[];
}

export class SaveTopicListsDto implements SaveTopicLists {
  /** The version these lists were made from; 0 where nothing was changed yet. */
  @IsInt()
  @Min(0)
  version!: number;

  @IsArray()
  @ArrayMaxSize(TOPIC_LIMITS.topics + TOPICS.length)
  @ValidateNested({ each: true })
  @Type(() => TopicListDto)
  topics!: TopicListDto[];
}

export class TryTopicsDto implements TryTopics {
  @IsString()
  @MaxLength(MESSAGE_TEXT_MAX_CHARS)
  text!: string;

  /** Lists that were not saved yet; absent: those that hold. */
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(TOPIC_LIMITS.topics + TOPICS.length)
  @ValidateNested({ each: true })
  @Type(() => TopicListDto)
  topics?: TopicListDto[];
}

export class RollBackTopicsDto {
  @IsInt()
  @Min(1)
  version!: number;
}
