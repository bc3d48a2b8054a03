import { inject, Injectable, signal } from '@angular/core';
import type { DemoData } from '#contracts';
import { BatonTeam } from '#sdk';

/** The demo data of this installation: whether it is there, and the way in and out. */
@Injectable()
export class DemoDataStore {
  private readonly team = inject(BatonTeam);
  private readonly current = signal<DemoData | null>(null);
  private readonly working = signal(false);

  readonly data = this.current.asReadonly();
  readonly busy = this.working.asReadonly();

  async look(): Promise<void> {
    // Without an answer there is nothing to offer.
    this.current.set(await this.team.setup.demoData().catch(() => null));
  }

  load(): Promise<boolean> {
    return this.change(() => this.team.setup.loadDemoData());
  }

  remove(): Promise<boolean> {
    return this.change(() => this.team.setup.removeDemoData());
  }

  /** @returns whether it worked; otherwise what is there now is looked up, because the answer alone may have been lost */
  private async change(how: () => Promise<DemoData>): Promise<boolean> {
    this.working.set(true);
    try {
      this.current.set(await how());
      return true;
    } catch {
      await this.look();
      return false;
    } finally {
      this.working.set(false);
    }
  }
}
