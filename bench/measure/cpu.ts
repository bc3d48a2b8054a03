import { readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second. */
const MICROS_PER_TICK = 10_000;

/** CPU time that a process has used so far, user and system, in microseconds. */
export function cpuMicros(pid: number): number {
  return ticksOf(pid, 2) * MICROS_PER_TICK;
}

/** @param counters 2: the process's own in user and system mode; 4: those of its ended children, too */
function ticksOf(pid: number, counters: 2 | 4): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 11 + counters).reduce((sum, ticks) => sum + Number(ticks), 0);
}

/** The same of a process, of the processes it started, and of those of them that have ended. */
export function familyCpuMicros(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + ofOneThatMayEnd(child), ticksOf(pid, 4) * MICROS_PER_TICK);
}

function ofOneThatMayEnd(pid: number): number {
  try {
    return cpuMicros(pid);
  } catch {
    return 0;
  }
}

/** Memory that a process holds, in bytes. */
export function residentBytes(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m);
  return Number(line?.[1] ?? 0) * 1024;
}
