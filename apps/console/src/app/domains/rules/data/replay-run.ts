import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { ReplayLine, ReplayRule, RuleConditions, RuleReplay } from '#contracts';
import { asSentence, problemOf } from '../../../editing/problem';
import { ndjson } from './ndjson';
import { RULES } from './rules-api';

const DAY_MS = 86_400_000;

export type ReplayState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number; readonly fired: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ended'; readonly replay: RuleReplay; readonly days: number; readonly seconds: number; readonly conditions: RuleConditions };

/** A replay of the rule as it stands, from its start to its end; at most one at a time. */
@Injectable()
export class ReplayRun {
  private readonly now = signal<ReplayState>({ kind: 'idle' });
  private running: AbortController | null = null;

  readonly state = this.now.asReadonly();

  constructor() {
    // Nobody waits for it any more: the server stops when the line is cut.
    inject(DestroyRef).onDestroy(() => this.running?.abort());
  }

  async run(rule: ReplayRule['rule'], days: number, until: Date): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const began = until.getTime();
    const show = (state: ReplayState) => this.running === running && this.now.set(state);
    show({ kind: 'running', done: 0, of: 0, fired: 0 });
    try {
      const body: ReplayRule = { rule, from: new Date(began - days * DAY_MS).toISOString(), to: until.toISOString() };
      for await (const line of await lines(body, running.signal)) {
        if (line.type === 'problem') return void show({ kind: 'failed', reason: asSentence(line.detail) });
        if (line.type === 'progress') show({ ...line, kind: 'running' });
        else show({ kind: 'ended', replay: line, days, seconds: (Date.now() - began) / 1000, conditions: rule.conditions });
      }
      // A line that was cut before the result is no result.
      if (this.now().kind === 'running') show({ kind: 'failed', reason: '' });
    } catch (error) {
      show(running.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', reason: problemOf(error).detail });
    }
  }

  /** What was replayed is no longer of interest. */
  clear(): void {
    this.running?.abort();
    this.running = null;
    this.now.set({ kind: 'idle' });
  }

  stop(): void {
    this.running?.abort();
  }

  /** Another rule begins. */
  forget(): void {
    this.stop();
    this.running = null;
    this.now.set({ kind: 'idle' });
  }
}

async function lines(body: ReplayRule, signal: AbortSignal): Promise<AsyncGenerator<ReplayLine>> {
  const response = await fetch(`${RULES}/replay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok || !response.body) throw new Error(await reasonOf(response));
  return ndjson<ReplayLine>(response.body);
}

async function reasonOf(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as {
    readonly detail?: string;
    readonly errors?: readonly { readonly message: string }[];
  };
  return asSentence(problem.errors?.[0]?.message ?? problem.detail ?? String(response.status));
}
