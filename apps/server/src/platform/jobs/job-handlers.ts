import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HANDLES_JOB, type JobHandler } from './job-queue.js';
import { MarkedProviders } from './marked-providers.js';

/** Who handles which kind of job. Whoever drives a queue asks here. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private byKind: Map<string, JobHandler> | null = null;

  constructor(private readonly providers: MarkedProviders) {}

  /** A mistake in the handlers stops the start, not the first job. */
  onModuleInit(): void {
    this.handlers();
  }

  /** @throws Error when nobody handles this kind, which is a mistake of the caller */
  of(kind: string): JobHandler {
    const handler = this.handlers().get(kind);
    if (!handler) throw new Error(`Nobody handles jobs of kind "${kind}"; is there a provider marked @HandlesJob('${kind}')?`);
    return handler;
  }

  /** @throws Error when two providers handle one kind: each would get half of the work */
  private handlers(): Map<string, JobHandler> {
    if (this.byKind) return this.byKind;
    const names = new Map<string, string>();
    const byKind = new Map<string, JobHandler>();
    for (const { mark: kind, instance, className } of this.providers.find<string, JobHandler>(HANDLES_JOB, 'handle')) {
      if (names.has(kind)) throw new Error(`Jobs of kind "${kind}" have two handlers: ${names.get(kind)} and ${className}.`);
      names.set(kind, className);
      byKind.set(kind, instance);
    }
    return (this.byKind = byKind);
  }
}
