import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentBytes } from '../measure/cpu.js';

export const MEMORY_ON_SIGNAL = './bench/stage/memory-on-signal.js';
const WITHIN_MS = 10_000;
/** Freed pages go back to the kernel a moment after the collection. */
const SETTLES_MS = 150;

export interface Memory {
  /** Bytes that live in the heap of JavaScript. */
  readonly heap: number;
  /** Bytes of the whole process. */
  readonly resident: number;
}

/** What a process that was started with `MEMORY_ON_SIGNAL` holds once its garbage is collected. */
export async function memoryOf(pid: number): Promise<Memory> {
  const file = `${tmpdir()}/bench-memory-${pid}.json`;
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (const deadline = Date.now() + WITHIN_MS; !existsSync(file); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} says nothing of its memory.`);
  }
  const { heapUsed } = JSON.parse(readFileSync(file, 'utf8')) as { heapUsed: number };
  rmSync(file);
  await sleep(SETTLES_MS);
  return { heap: heapUsed, resident: residentBytes(pid) };
}
