import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import fastq, { type queueAsPromised } from 'fastq';
import { setTimeout as sleep } from 'node:timers/promises';
import { Config } from '#config';
import { JobHandlers } from './job-handlers.js';
import { JobQueue, type Job } from './job-queue.js';

/** Per kind, so that slow work of one kind does not hold up the others. Most of it waits for somebody else: an AI, a server. */
const CONCURRENCY = 128;
/** A job that is not done by then is left as if the process had been killed: whoever runs next finds its row. */
const FINISH_WITHIN_MS = 4_000;

/** Runs jobs in this process. What it forgets when it stops, the sweepers ring again. */
@Injectable()
export class LocalJobQueue extends JobQueue implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly queues = new Map<string, queueAsPromised<string>>();
  private readonly waiting = new Set<string>();
  private stopping = false;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly config: Config,
  ) {
    super();
  }

  override get runsHere(): boolean {
    return !this.stopping && this.config.roles.has('worker');
  }

  override ring({ kind, id }: Job): void {
    const handler = this.handlers.of(kind);
    const key = `${kind} ${id}`;
    // A job that runs may have looked at its row already, so only one that still waits makes another ring needless.
    if (!this.runsHere || this.waiting.has(key)) return;
    let queue = this.queues.get(kind);
    if (!queue) {
      queue = fastq.promise((waitingId: string) => this.run(kind, waitingId, (own) => handler.handle(own)), CONCURRENCY);
      this.queues.set(kind, queue);
    }
    this.waiting.add(key);
    void queue.push(id);
  }

  /** What waits is dropped, as its rows remain; what runs is waited for in the next phase. */
  onModuleDestroy(): void {
    this.stopping = true;
    for (const queue of this.queues.values()) queue.kill();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([this.drained(), sleep(FINISH_WITHIN_MS, undefined, { ref: false })]);
  }

  /** When nothing runs any more. */
  async drained(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.drained()));
  }

  private async run(kind: string, id: string, handle: (id: string) => Promise<void>): Promise<void> {
    this.waiting.delete(`${kind} ${id}`);
    try {
      await handle(id);
    } catch (error) {
      this.logger.error({ err: error, kind, id }, `a job of kind ${kind} failed`);
    }
  }
}
