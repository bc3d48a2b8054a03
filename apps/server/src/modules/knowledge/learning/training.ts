import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import type { TrainingOrder, TrainingOutcome } from './train.js';

/** A knowledge base that takes longer than this to learn is given up. */
const LONGEST_MS = 10 * 60_000;
const MOST_MEMORY_MB = 1024;
/** After a failure the same articles are not tried again before this has passed. */
const PAUSE_AFTER_FAILURE_MS = 60_000;

/**
 * Learns websites' articles off the request path: each in a thread of its own, one at a time in a process, one process at
 * a time for a website. A failure leaves the model that was there, is logged and kept where the team can see it.
 */
@Injectable()
export class Training implements OnModuleDestroy {
  private readonly logger = new Logger(Training.name);
  private readonly running = new Map<string, { readonly startedAt: number; readonly outcome: Promise<TrainingOutcome> }>();
  private readonly failures = new Map<string, { readonly hash: string; readonly at: number; readonly error: Error }>();
  private readonly threads = new Set<Worker>();
  private last: Promise<unknown> = Promise.resolve();
  private ending = false;

  constructor(
    private readonly database: Database,
    private readonly orm: MikroORM,
    private readonly clock: Clock,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.ending = true;
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  /**
   * @param hash of the articles that are to be learned
   * @returns when it began, in the milliseconds of `performance.now()`, and how it ends: rejected when it failed
   */
  run(websiteId: string, hash: string): { readonly startedAt: number; readonly outcome: Promise<TrainingOutcome> } {
    const running = this.running.get(websiteId);
    if (running) return running;
    const failure = this.failures.get(websiteId);
    if (failure?.hash === hash && performance.now() - failure.at < PAUSE_AFTER_FAILURE_MS) {
      return { startedAt: failure.at, outcome: Promise.reject(failure.error) };
    }
    const outcome = this.last.then(() => this.inThread(websiteId)).catch((error: Error) => this.failed(websiteId, hash, error));
    this.last = outcome.catch(() => undefined);
    const entry = { startedAt: performance.now(), outcome };
    this.running.set(websiteId, entry);
    void outcome
      .then(() => this.failures.delete(websiteId))
      .catch(() => undefined)
      .finally(() => this.running.delete(websiteId));
    return entry;
  }

  isRunning(websiteId: string): boolean {
    return this.running.has(websiteId);
  }

  private async failed(websiteId: string, hash: string, error: Error): Promise<never> {
    if (this.ending) throw error;
    this.failures.set(websiteId, { hash, at: performance.now(), error });
    this.logger.error(error, `Learning the articles of website ${websiteId} failed; what was learned before stays in use.`);
    await this.database
      .query(
        `insert into knowledge_training_failure (website_id, articles_hash, failed_at, problem) values ($1, $2, $3, $4)
         on conflict (website_id) do update set articles_hash = excluded.articles_hash, failed_at = excluded.failed_at, problem = excluded.problem`,
        [websiteId, hash, this.clock.now(), error.message.slice(0, 500)],
      )
      .catch((reason: unknown) => this.logger.error(reason, 'The failed training could not be recorded.'));
    throw error;
  }

  private inThread(websiteId: string): Promise<TrainingOutcome> {
    const order: TrainingOrder = { databaseUrl: this.orm.config.get('clientUrl')!, websiteId };
    const thread = new Worker(THREAD, { workerData: order, execArgv: THREAD_ARGUMENTS, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    this.threads.add(thread);
    const tooLong = setTimeout(() => void thread.terminate(), LONGEST_MS).unref();
    return new Promise<TrainingOutcome>((resolve, reject) => {
      thread.once('message', resolve).once('error', reject);
      thread.once('exit', () => reject(new Error('The thread ended before its time.')));
    }).finally(() => {
      clearTimeout(tooLong);
      this.threads.delete(thread);
    });
  }
}

/** Run from its sources, as tests do, the thread needs what makes TypeScript run. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');
const THREAD = new URL(FROM_SOURCES ? './training-thread.ts' : './training-thread.js', import.meta.url);
const THREAD_ARGUMENTS = FROM_SOURCES ? ['--import', new URL('../../../../../../scripts/typescript.js', import.meta.url).href] : [];
