import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/**
 * A doorbell for work whose truth is a row: jobs carry a kind and an id, and may be lost, doubled or late. The handler
 * claims the row, and a sweeper rings again for whatever is due and not done.
 */
export abstract class JobQueue {
  abstract ring(job: Job): void;

  /** Whether what is rung for here is run by this very process. */
  abstract get runsHere(): boolean;
}

export interface Job {
  readonly kind: string;
  readonly id: string;
}

export const HANDLES_JOB = Symbol('baton:handles-job');

/** Marks the one provider that handles a kind of job; two for one kind, or none, refuse to start. */
export const HandlesJob = (kind: string): CustomDecorator<symbol> => SetMetadata(HANDLES_JOB, kind);

export interface JobHandler {
  handle(id: string): Promise<void>;
}
