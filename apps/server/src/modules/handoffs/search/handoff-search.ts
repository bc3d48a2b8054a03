import { Injectable } from '@nestjs/common';
import type { HandoffSummary, ListHandoffs } from '#contracts';
import { Database } from '../../../platform/database/index.js';
import { HandoffList } from '../handoff-list.js';
import { HandoffSummaries } from '../handoff-summaries.js';
import { FoundMessages } from './found-messages.js';
import { websiteWord } from './session-document.js';
import { WordFrequencies } from './word-frequencies.js';
import { asTsquery, wantedIn, type WantedWord } from './words.js';

/** How far a list is walked in search of a word, at least and at most; then the index of words is asked. */
const FEWEST_STEPS = 500;
const MOST_STEPS = 5_000;
/** A walk goes so much further than the word's frequency lets expect. */
const PATIENCE = 4;
/** Of more websites the index of words is not asked separately. */
const MOST_WEBSITES = 20;

/**
 * Finds handoffs by what was said in their conversations and by whom. Two ways lead there, and either is hopeless where the
 * other one is good: a common word is found by walking the list and looking into each conversation, because the next one
 * that holds it is never far; a rare word by the index of words, because few conversations are to be sorted then.
 */
@Injectable()
export class HandoffSearch {
  constructor(
    private readonly database: Database,
    private readonly summaries: HandoffSummaries,
    private readonly frequencies: WordFrequencies,
    private readonly found: FoundMessages,
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
    const list = (): HandoffList => new HandoffList(query, websiteIds, userId);
    const handoffs = (await this.byWalking(list, wanted, rows)) ?? (await this.byWords(list(), wanted, rows));
    const messages = await this.found.in([...new Set(handoffs.map(({ sessionId }) => sessionId))], wanted);
    return handoffs.map((handoff) => ({ ...handoff, found: messages.get(handoff.sessionId) ?? null }));
  }

  /** null: that is not the way, or was not */
  private async byWalking(newList: () => HandoffList, wanted: readonly WantedWord[], rows: number): Promise<HandoffSummary[] | null> {
    const list = newList();
    const frequencies = this.frequencies.current();
    const share = frequencies.shareOf(wanted);
    // To sort all that hold the words costs as much per conversation as to look into the next one of the list.
    const toSort = frequencies.conversations * frequencies.shareOfWebsites(list.websiteIds) * share;
    const toWalk = rows / share;
    if (toSort <= toWalk || toSort < FEWEST_STEPS) return null;

    const steps = stepsFor(PATIENCE * toWalk);
    const holds = `select from session_words d where d.session_id = h.session_id and d.words @@ ${list.param(asTsquery(wanted))}::tsquery offset 0`;
    const handoffs = await this.summaries.select(list, list.firstWhere(holds, rows, steps));
    return handoffs.length === rows || (await this.isShorterThan(steps, newList())) ? handoffs : null;
  }

  private byWords(list: HandoffList, wanted: readonly WantedWord[], rows: number): Promise<HandoffSummary[]> {
    const { websiteIds } = list;
    const sites =
      websiteIds === null || websiteIds.length > MOST_WEBSITES ? '' : `(${websiteIds.map((id) => `'${websiteWord(id)}'`).join(' | ')}) & `;
    const holding = `select session_id from session_words where words @@ ${list.param(sites + asTsquery(wanted))}::tsquery`;
    return this.summaries.select(list, list.ofSessions(holding, rows));
  }

  /** Whether a walk of so many steps has seen all of it. */
  private async isShorterThan(steps: number, list: HandoffList): Promise<boolean> {
    const [counted] = await this.database.query<{ n: number }>(`select count(*)::int as n from (${list.first(steps)}) h`, list.params);
    return counted!.n < steps;
  }
}

/** In steps of twice as many, so that Postgres sees few different statements. */
function stepsFor(wanted: number): number {
  let steps = FEWEST_STEPS;
  while (steps < wanted && steps < MOST_STEPS) steps *= 2;
  return Math.min(steps, MOST_STEPS);
}
