import { cpuMicros } from '../measure/cpu.js';
import type { Done } from '../measure/closed-loop.js';
import type { Stage } from './stage.js';

/** The anchor `bare-sql.ts`, running. */
export class BareSql {
  private constructor(
    private readonly url: string,
    private readonly pid: number,
  ) {}

  static async start(stage: Stage): Promise<BareSql> {
    const anchor = await stage.anchor('bare-sql.ts', await stage.database());
    return new BareSql(anchor.url, anchor.pid);
  }

  async run(what: 'post' | 'create' | 'claim', atOnce: number, seconds: number): Promise<{ perSecond: number; cpuMicros: number }> {
    const before = cpuMicros(this.pid);
    const done = await this.ask<Done>(`/${what}?atOnce=${atOnce}&seconds=${seconds}`);
    return { perSecond: done.operations / done.seconds, cpuMicros: (cpuMicros(this.pid) - before) / done.operations };
  }

  refill(waiting: number): Promise<object> {
    return this.ask(`/refill?waiting=${waiting}`);
  }

  private async ask<Result>(path: string): Promise<Result> {
    const answer = await fetch(this.url + path);
    if (!answer.ok) throw new Error(`The anchor failed: ${await answer.text()}`);
    return (await answer.json()) as Result;
  }
}
