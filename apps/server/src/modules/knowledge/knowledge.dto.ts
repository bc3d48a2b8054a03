import { ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsLocale,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import type { ChangeKnowledgeArticle, SaveKnowledgeArticle } from '#contracts';
import { PageQuery } from '../../platform/paging/index.js';

const NOT_EMPTY = { message: '$property must not be empty' };
/** Absent keeps; null is not a value. */
const Keepable = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

export class SaveKnowledgeArticleDto implements SaveKnowledgeArticle {
  @IsUUID()
  websiteId!: string;

  @IsString()
  @Matches(/\S/, NOT_EMPTY)
  @MaxLength(300)
  title!: string;

  @IsString()
  @Matches(/\S/, NOT_EMPTY)
  @MaxLength(50_000)
  body!: string;

  /** Other ways visitors ask for this. */
  @Keepable()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  questions?: string[];

  /** Of the text; the website's when absent. */
  @Keepable()
  @IsLocale()
  @MaxLength(35)
  language?: string;

  /** Where visitors can read it, shown under the answer. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  @MaxLength(2000)
  url?: string | null;

  /** Only published articles are answered from. */
  @Keepable()
  @IsBoolean()
  published?: boolean;
}

export class ChangeKnowledgeArticleDto
  extends PartialType(OmitType(SaveKnowledgeArticleDto, ['websiteId']), { skipNullProperties: false })
  implements ChangeKnowledgeArticle
{
  /** The `updatedAt` that the change was made on; when somebody has changed the article since, it is refused. */
  @Keepable()
  @IsISO8601({ strict: true })
  ifUpdatedAt?: string;
}

export class ArticleQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  websiteId?: string;

  /** Words to look for in titles, questions and texts. */
  @IsOptional()
  @IsString()
  @Matches(/\S/, NOT_EMPTY)
  @MaxLength(200)
  q?: string;

  /** Only published articles, or only drafts. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  published?: boolean;

  /** Of the texts, as they name it themselves: `de` finds `de` and not `de-AT`. */
  @IsOptional()
  @IsLocale()
  @MaxLength(35)
  language?: string;
}

export class SummaryQuery {
  @IsOptional()
  @IsUUID()
  websiteId?: string;
}

export class AskKnowledgeDto {
  @IsUUID()
  websiteId!: string;

  @IsString()
  @Matches(/\S/, NOT_EMPTY)
  @MaxLength(8000)
  text!: string;

  /** The visitor's language; the website's when absent. */
  @Keepable()
  @IsLocale()
  @MaxLength(35)
  locale?: string;
}
