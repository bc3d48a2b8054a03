import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const SWEEPS = Symbol('baton:sweeps');

export interface SweepPlan {
  /** Says in logs and metrics what is swept. */
  readonly name: string;
  readonly everySeconds: number;
}

/**
 * Marks a provider that looks at due rows now and then. In one process a sweep never runs twice at a time; other
 * processes may sweep at the same moment, so it claims rows with `FOR UPDATE SKIP LOCKED`. Two of one name refuse to start.
 */
export const Sweeps = (plan: SweepPlan): CustomDecorator<symbol> => SetMetadata(SWEEPS, plan);

export interface Sweep {
  sweep(): Promise<void>;
}
