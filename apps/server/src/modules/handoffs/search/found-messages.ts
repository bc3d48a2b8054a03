import type { AuthorKind, FoundMessage } from '#contracts';
import type { HandoffList } from '../handoff-list.js';
import type { Besides } from '../handoff-summaries.js';
import { instantFrom, instantText } from '../instant-text.js';
import { VISITOR_PLACE } from './session-document.js';
import { isMeant, wordsOf, type WantedWord } from './words.js';

/** Of a row whose words are the visitor's name alone, nulls. */
export interface FoundRow {
  readonly found_seq: number | null;
  readonly found_author: AuthorKind;
  readonly found_text: string;
  readonly found_at: string;
}

/** The last of all code points, as SQL; no word holds it. */
const BEHIND_ALL = `U&'\\+10FFFF'`;

/**
 * Which message each conversation of a list is found by: of those that hold most of the words, the newest. Only the words that
 * are asked for are taken out of a document with their places: taking it apart whole costs five times as much. Its words are
 * sorted by their bytes, so that those with a beginning stand together, from the last one that is not behind it.
 */
export function messagesFound(list: HandoffList, wanted: readonly WantedWord[]): Besides {
  const whole = list.param(wanted.filter(({ isBeginning }) => !isBeginning).map(({ word }) => word));
  const beginning = `${list.param(wanted.find(({ isBeginning }) => isBeginning)?.word ?? null)}::text`;
  return {
    columns: `found.seq as found_seq, found.author_kind as found_author, found.text as found_text, ${instantText('found.created_at')} as found_at`,
    joins: /* sql */ `
left join lateral (
  select m.*
  from session_words d
  cross join lateral (select tsvector_to_array(d.words) as words offset 0) sorted
  cross join lateral (
    select sorted.words[width_bucket(${beginning} collate "C", sorted.words) : width_bucket((${beginning} || ${BEHIND_ALL}) collate "C", sorted.words)] as words
  ) near
  cross join lateral (
    select array(select word from (select unnest(near.words) as word) each where starts_with(word, ${beginning})) as words
  ) begun
  cross join lateral (
    select mode() within group (order by place desc) as place
    from (select unnest(positions) as place from unnest(ts_filter(setweight(setweight(d.words, 'D'), 'B', ${whole}::text[] || begun.words), '{b}'))) each
    where place < ${VISITOR_PLACE}
  ) best
  cross join lateral (select * from message where session_id = d.session_id and seq = best.place offset 0) m
  where d.session_id = h.session_id
) found on true`,
  };
}

export function foundMessage(row: FoundRow, wanted: readonly WantedWord[]): FoundMessage | null {
  if (row.found_seq === null) return null;
  return { seq: row.found_seq, author: row.found_author, text: excerpt(row.found_text, wanted), at: instantFrom(row.found_at) };
}

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
