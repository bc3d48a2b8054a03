import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { websiteWord } from './session-document.js';
import type { WantedWord } from './words.js';

/** Postgres renews what it knows now and then; nobody notices a choice made on numbers of five minutes ago. */
const KEPT_MS = 300_000;

/** How common words are among the conversations that can be found. */
@Injectable()
export class WordFrequencies {
  private known: Frequencies = NOTHING_KNOWN;
  private askedAt = -Infinity;

  constructor(private readonly database: Database) {}

  /** As far as it is known at this moment; what is too old is renewed for the next one who asks. */
  current(): Frequencies {
    const now = performance.now();
    if (now - this.askedAt > KEPT_MS) {
      this.askedAt = now;
      void this.renew().catch(() => (this.askedAt = -Infinity));
    }
    return this.known;
  }

  async renew(): Promise<void> {
    const [row] = await this.database.query<{ conversations: number; words: string[] | null; shares: number[] | null }>(SEEN_BY_ANALYZE);
    this.known = new Frequencies(Math.max(0, row!.conversations), new Map(row!.words?.map((word, at) => [word, row!.shares![at]!])));
  }
}

export class Frequencies {
  constructor(
    readonly conversations: number,
    private readonly shares: ReadonlyMap<string, number>,
  ) {}

  /** The share of conversations that hold all of these words, 0…1; 0 for what is too rare to be known. */
  shareOf(wanted: readonly WantedWord[]): number {
    return wanted.reduce((share, { word, isBeginning }) => share * (isBeginning ? this.shareOfBeginning(word) : (this.shares.get(word) ?? 0)), 1);
  }

  /** @param websiteIds null: all */
  shareOfWebsites(websiteIds: readonly string[] | null): number {
    return websiteIds === null ? 1 : websiteIds.reduce((sum, id) => sum + (this.shares.get(websiteWord(id)) ?? 0), 0);
  }

  private shareOfBeginning(beginning: string): number {
    let without = 1;
    for (const [word, share] of this.shares) if (word.startsWith(beginning)) without *= 1 - share;
    return 1 - without;
  }
}

const NOTHING_KNOWN = new Frequencies(0, new Map());

/** The last numbers of the array are of the whole, not of a word. */
const SEEN_BY_ANALYZE = /* sql */ `
select c.reltuples::float8 as conversations, s.most_common_elems::text::text[] as words, s.most_common_elem_freqs::float8[] as shares
from pg_class c left join pg_stats s on s.schemaname = current_schema() and s.tablename = c.relname and s.attname = 'words'
where c.oid = 'session_words'::regclass`;
