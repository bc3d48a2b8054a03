import { cpus, totalmem } from 'node:os';
import type { ContenderResult, Figure, WorkloadResult } from './result.js';

/** One workload as text for a terminal. */
export function asText(result: WorkloadResult): string {
  const lines = [`${result.name}: ${result.what} (${result.unit}, ${result.rounds} rounds)`];
  for (const contender of result.contenders) lines.push(`  ${contender.name.padEnd(44)} ${contenderText(contender)}`);
  for (const goal of result.goals) lines.push(`  ${goal.met ? 'met    ' : 'NOT MET'} ${goal.says}: ${number(goal.found)}`);
  return lines.join('\n');
}

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

function contenderText({ value, cpuMicros, ratio, more }: ContenderResult): string {
  const parts = [figureText(value)];
  if (cpuMicros !== null) parts.push(`${number(cpuMicros)} µs CPU`);
  for (const [name, figure] of Object.entries(more)) parts.push(`${name} ${figureText(figure)}`);
  if (ratio) parts.push(`ours/this ${figureText(ratio)}`);
  return parts.join(' · ');
}

function figureText({ median, range: [least, most] }: Figure): string {
  return least === most ? number(median) : `${number(median)} (${number(least)}–${number(most)})`;
}

function number(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return value.toLocaleString('en', { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4 });
}
