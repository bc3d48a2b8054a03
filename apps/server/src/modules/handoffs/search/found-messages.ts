import { Injectable } from '@nestjs/common';
import type { AuthorKind, FoundMessage } from '#contracts';
import { Database } from '../../../platform/database/index.js';
import { VISITOR_PLACE } from './session-document.js';
import { isMeant, wordsOf, type WantedWord } from './words.js';

/** Tells which message a conversation was found by. */
@Injectable()
export class FoundMessages {
  constructor(private readonly database: Database) {}

  /** By session: of the messages that hold most of the words, the newest. None where the words are the visitor's name alone. */
  async in(sessionIds: readonly string[], wanted: readonly WantedWord[]): Promise<ReadonlyMap<string, FoundMessage>> {
    if (sessionIds.length === 0) return new Map();
    const whole = wanted.filter(({ isBeginning }) => !isBeginning).map(({ word }) => word);
    const beginning = wanted.find(({ isBeginning }) => isBeginning)?.word ?? null;
    const rows = await this.database.query<FoundRow>(FIND, [sessionIds, whole, beginning, VISITOR_PLACE]);
    return new Map(
      rows.map(({ session_id, seq, author_kind, text, created_at }) => [
        session_id,
        { seq, author: author_kind, text: excerpt(text, wanted), at: created_at.toISOString() },
      ]),
    );
  }
}

interface FoundRow {
  readonly session_id: string;
  readonly seq: number;
  readonly author_kind: AuthorKind;
  readonly text: string;
  readonly created_at: Date;
}

/** Only the words that are asked for are taken out of a document with their places: taking it apart whole costs five times as much. */
const FIND = /* sql */ `
select d.session_id, m.seq, m.author_kind, m.text, m.created_at
from session_words d
cross join lateral (
  select array(select word from unnest(tsvector_to_array(d.words)) word where starts_with(word, $3)) as begun
) b
cross join lateral (
  select place from unnest(ts_filter(setweight(setweight(d.words, 'D'), 'B', $2::text[] || b.begun), '{b}')) w, unnest(w.positions) place
  where place < $4::int group by place order by count(*) desc, place desc limit 1
) p
join message m on m.session_id = d.session_id and m.seq = p.place
where d.session_id = any ($1)`;

const EXCERPT_CHARS = 200;
const BEFORE_HIT_CHARS = 40;
const SPOKEN = /[\p{L}\p{N}\p{M}._%+@-]+/gu;

/** The part of a text in which the first of the words stands. */
export function excerpt(text: string, wanted: readonly WantedWord[]): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_CHARS) return line;
  const hit = line.matchAll(SPOKEN).find(([spoken]) => [...wordsOf(spoken)].some((word) => wanted.some((one) => isMeant(one, word))));
  const at = hit?.index ?? 0;
  const from = at <= BEFORE_HIT_CHARS ? 0 : line.lastIndexOf(' ', at - BEFORE_HIT_CHARS / 2) + 1;
  const to = from + EXCERPT_CHARS >= line.length ? line.length : line.lastIndexOf(' ', from + EXCERPT_CHARS);
  const end = to > at ? to : from + EXCERPT_CHARS;
  return `${from > 0 ? '… ' : ''}${line.slice(from, end).toWellFormed()}${end < line.length ? ' …' : ''}`;
}
