import type { GivenOptions } from '../bridge.js';
import { BrowserMemory } from './browser-memory.js';
import { Launcher } from './launcher.js';

/** What stands on the page for a website from the first moment on. */
export interface Standing {
  readonly memory: BrowserMemory;
  readonly launcher: Launcher;
  leave(): void;
}

/** Gives what stands there for the website, or puts it there; there is one at a time. */
export type Stand = (options: GivenOptions) => Standing;

export function standFor(call: (verb: string) => void): Stand {
  let standing: Standing | null = null;
  return (options) => {
    const memory = new BrowserMemory(options.websiteKey);
    if (standing?.memory.key === memory.key) return standing;
    standing?.leave();
    // By the time the finger is down, the panel is half there.
    const launcher = new Launcher(options, memory.look, { toggle: () => call('toggle'), prepare: () => call('prepare') });
    const leave = (): void => {
      launcher.remove();
      standing = null;
    };
    return (standing = { memory, launcher, leave });
  };
}
