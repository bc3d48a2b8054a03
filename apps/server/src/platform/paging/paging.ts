import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Page } from '#contracts';
import { InvalidInput } from '../problems/index.js';

export const PAGE_DEFAULT = 50;
export const PAGE_MAX = 200;

/** `?cursor=&limit=` of every list; a list with filters extends it. */
export class PageQuery {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: PAGE_MAX, default: PAGE_DEFAULT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  limit: number = PAGE_DEFAULT;
}

/**
 * A page of rows that were asked for with `limit + 1`: the extra row only says that there is more.
 * @param keyOf the columns the list is ordered by, of the last row shown
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  keyOf: (row: Row) => readonly string[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: last && rows.length > limit ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  };
}

/**
 * The key of the last row of the page before; null on the first page.
 * @param forms what each part must look like, so that a made-up cursor is bad input and not a failed query
 * @throws InvalidInput
 */
export function readCursor(cursor: string | undefined, ...forms: readonly ((part: string) => boolean)[]): readonly string[] | null {
  if (cursor === undefined) return null;
  const parts = parse(cursor);
  if (Array.isArray(parts) && parts.length === forms.length && parts.every((part, i) => typeof part === 'string' && forms[i]!(part))) return parts;
  throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
