import { Injectable } from '@nestjs/common';
import type { HandoffSummary, ListHandoffs } from '#contracts';
import { Database } from '../../../platform/database/index.js';
import { HandoffList, isUnfiltered } from '../handoff-list.js';
import { pageOf, summary, type SummaryRow } from '../handoff-summaries.js';
import { foundMessage, messagesFound, type FoundRow } from './found-messages.js';
import { websiteWord } from './session-document.js';
import { WordFrequencies } from './word-frequencies.js';
import { asTsquery, wantedIn, type WantedWord } from './words.js';

/** How far a list is walked in search of a word, at least and at most; then the index of words is asked. */
const FEWEST_STEPS = 500;
const MOST_STEPS = 8_000;
/** To sort a conversation that was found by its words takes as long as to look into so many of the list. */
const STEPS_PER_FOUND = 2;
/** A walk goes so much further than the word's frequency lets expect. */
const PATIENCE = 4;
/** Of more websites the index of words is not asked separately. */
const MOST_WEBSITES = 20;
/** Where hardly any conversation is another website's, to leave those out takes longer than to skip them. */
const NEARLY_ALL = 0.9;
/** So many of the connections that plan a statement once are lent to searches: what everybody waits for is written over them, too. */
const MOST_LENT = 2;

/**
 * Finds handoffs by what was said in their conversations and by whom. Two ways lead there, and either is hopeless where the
 * other one is good: a common word is found by walking the list and looking into each conversation, because the next one
 * that holds it is never far; a rare word by the index of words, because few conversations are to be sorted then.
 */
@Injectable()
export class HandoffSearch {
  private lent = 0;

  constructor(
    private readonly database: Database,
    private readonly frequencies: WordFrequencies,
  ) {}

  /** @param rows at most so many, in the list's order */
  async find(
    query: ListHandoffs & { readonly q: string },
    websiteIds: readonly string[] | null,
    userId: string,
    rows: number,
  ): Promise<HandoffSummary[]> {
    const wanted = wantedIn(query.q);
    // Nothing that could be said holds a question without a letter or a digit.
    if (wanted.length === 0) return [];
    const search: Search = { wanted, rows, newList: () => new HandoffList(query, websiteIds, userId), isUsual: isUnfiltered(query) };
    return (await this.byWalking(search)) ?? this.byWords(search);
  }

  /** null: that is not the way, or was not */
  private async byWalking(search: Search): Promise<HandoffSummary[] | null> {
    const { wanted, rows } = search;
    const list = search.newList();
    const frequencies = this.frequencies.current();
    const share = frequencies.shareOf(wanted);
    const all = frequencies.conversations * frequencies.shareOfWebsites(list.websiteIds);
    const toSort = all * share;
    const toWalk = rows / share;
    // Where no index has the order, the first step is taken when all are sorted.
    if (toSort * STEPS_PER_FOUND <= (list.hasIndex ? toWalk : all) || toSort < FEWEST_STEPS) return null;

    const steps = stepsFor(PATIENCE * toWalk);
    const holds = `select from session_words d where d.session_id = h.session_id and d.words @@ ${list.param(asTsquery(wanted))}::tsquery offset 0`;
    const handoffs = await this.read(search, list, list.firstWhere(holds, rows, steps));
    return handoffs.length === rows || (await this.isShorterThan(steps, search.newList())) ? handoffs : null;
  }

  private byWords(search: Search): Promise<HandoffSummary[]> {
    const list = search.newList();
    const words = this.ofWebsites(list.websiteIds) + asTsquery(search.wanted);
    const holding = `select session_id from session_words where words @@ ${list.param(words)}::tsquery`;
    return this.read(search, list, list.ofSessions(holding, search.rows));
  }

  /** The beginning of a tsquery that leaves other websites out, where that pays. The list itself shows none of them in any case. */
  private ofWebsites(websiteIds: readonly string[] | null): string {
    if (websiteIds === null || websiteIds.length > MOST_WEBSITES) return '';
    if (this.frequencies.current().shareOfWebsites(websiteIds) > NEARLY_ALL) return '';
    return `(${websiteIds.map((id) => `'${websiteWord(id)}'`).join(' | ')}) & `;
  }

  private async read({ wanted, isUsual }: Search, list: HandoffList, handoffs: string): Promise<HandoffSummary[]> {
    const sql = pageOf(list, handoffs, messagesFound(list, wanted));
    const rows = await (isUsual && this.lent < MOST_LENT ? this.plannedOnce(sql, list.params) : this.database.query<ResultRow>(sql, list.params));
    return rows.map((row) => ({ ...summary(row), found: foundMessage(row, wanted) }));
  }

  /** Either way has one plan, whatever the words: the choice between them is made here. To make it takes as long as to find a rare word. */
  private async plannedOnce(sql: string, params: readonly unknown[]): Promise<ResultRow[]> {
    this.lent += 1;
    try {
      return await this.database.prepared<ResultRow>(sql, params);
    } finally {
      this.lent -= 1;
    }
  }

  /** Whether a walk of so many steps has seen all of it. */
  private async isShorterThan(steps: number, list: HandoffList): Promise<boolean> {
    const [counted] = await this.database.query<{ n: number }>(`select count(*)::int as n from (${list.first(steps)}) h`, list.params);
    return counted!.n < steps;
  }
}

interface Search {
  readonly wanted: readonly WantedWord[];
  readonly rows: number;
  /** Lists take parameters in, so each statement has its own. */
  readonly newList: () => HandoffList;
  readonly isUsual: boolean;
}

type ResultRow = SummaryRow & FoundRow;

/** In steps of twice as many, so that Postgres sees few different statements. */
function stepsFor(wanted: number): number {
  let steps = FEWEST_STEPS;
  while (steps < wanted && steps < MOST_STEPS) steps *= 2;
  return Math.min(steps, MOST_STEPS);
}
