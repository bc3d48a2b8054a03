import { Injectable } from '@nestjs/common';
import { Database, Gathering, type Transaction } from '../../platform/database/index.js';
import type { Speech, SpeechOutcome } from './speech.js';
import { outcomeOf, speechStatement, type SpeechRow } from './speech-statement.js';

const MAX_BATCH = 128;
/** While one commits, the other is put together and answered: an eighth more messages a second than one at a time, and than three. */
const LANES = 2;
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** The one place where messages are written, whoever speaks. */
@Injectable()
export class SpeechWriter {
  private readonly group = new Gathering<Speech, SpeechOutcome>({
    keyOf: (speech) => speech.sessionId,
    run: (batch) => this.commitTogether(batch),
    maxBatch: MAX_BATCH,
    lanes: LANES,
  });

  constructor(private readonly database: Database) {}

  /** Resolves once the message is committed, in one commit with others that arrived meanwhile. */
  write(speech: Speech): Promise<SpeechOutcome> {
    return this.group.add(speech);
  }

  /** The same act as part of a change that the caller commits. */
  async writeWithin(tx: Transaction, speech: Speech): Promise<SpeechOutcome> {
    // Changes of owner must have reached the database: the statement's fence looks there.
    await tx.em.flush();
    const { sql, params } = speechStatement([speech]);
    const [row] = await tx.query<SpeechRow>(sql, params);
    return outcomeOf(speech, row!);
  }

  private async commitTogether(batch: readonly Speech[]): Promise<readonly PromiseSettledResult<SpeechOutcome>[]> {
    try {
      return (await this.commit(batch)).map((value) => ({ status: 'fulfilled', value }));
    } catch (reason) {
      if (batch.length === 1) return [await this.settleAlone(batch[0]!, reason)];
      // One bad message must not take the others with it.
      return Promise.all(batch.map(async (speech) => this.settle(speech)));
    }
  }

  private async settle(speech: Speech): Promise<PromiseSettledResult<SpeechOutcome>> {
    try {
      return { status: 'fulfilled', value: (await this.commit([speech]))[0]! };
    } catch (reason) {
      return this.settleAlone(speech, reason);
    }
  }

  /** Another process wrote the same `clientId` or held the rows at the same moment: looking again finds what it left. */
  private async settleAlone(speech: Speech, reason: unknown): Promise<PromiseSettledResult<SpeechOutcome>> {
    const code = (reason as { code?: string }).code;
    if (code !== UNIQUE_VIOLATION && code !== DEADLOCK) return { status: 'rejected', reason };
    const [again] = await Promise.allSettled([this.commit([speech])]);
    return again.status === 'fulfilled' ? { status: 'fulfilled', value: again.value[0]! } : again;
  }

  private async commit(batch: readonly Speech[]): Promise<SpeechOutcome[]> {
    const { sql, params } = speechStatement(batch);
    const rows = await this.database.prepared<SpeechRow>(sql, params);
    return batch.map((speech, index) => outcomeOf(speech, rows[index]!));
  }
}
