import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Config } from '#config';
import { MarkedProviders, type Marked } from './marked-providers.js';
import { SWEEPS, type Sweep, type SweepPlan } from './sweep.js';

const TICK_MS = 1_000;

/**
 * Rings again for whatever is due and not done, every second: what a killed process or a flushed queue forgot is found
 * here, because the truth is in rows.
 */
@Injectable()
export class Sweeper implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Sweeper');
  private sweeps: readonly Marked<SweepPlan, Sweep>[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private ticks = 0;
  private stopping = false;

  constructor(
    private readonly providers: MarkedProviders,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.sweeps = this.providers.find<SweepPlan, Sweep>(SWEEPS, 'sweep');
    const names = this.sweeps.map(({ mark }) => mark.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) throw new Error(`There are two sweeps of the name "${twice}".`);
  }

  @Interval('sweeper', TICK_MS)
  tick(): void {
    if (this.stopping || !this.config.roles.has('worker')) return;
    const second = this.ticks++;
    for (const sweep of this.sweeps) {
      if (second % sweep.mark.everySeconds === 0) void this.run(sweep);
    }
  }

  /** For tests that do not want to wait for the next second. @throws Error when there is no such sweep */
  async sweepNow(name: string): Promise<void> {
    const sweep = this.sweeps.find(({ mark }) => mark.name === name);
    if (!sweep) throw new Error(`There is no sweep "${name}".`);
    await sweep.instance.sweep();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running.values());
  }

  private async run({ mark: { name }, instance }: Marked<SweepPlan, Sweep>): Promise<void> {
    if (this.running.has(name)) return;
    const round = instance.sweep().catch((error: unknown) => this.logger.error({ err: error, sweep: name }, `the sweep "${name}" failed`));
    this.running.set(name, round);
    await round;
    this.running.delete(name);
  }
}
