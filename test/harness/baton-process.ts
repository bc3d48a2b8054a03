import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Undertaker } from './undertaker.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = 'dist/server/main.js';
/** The built server as `npm start` runs it, or the sources where nothing was built. */
const COMMAND = existsSync(root + BUILT) ? [BUILT] : ['--import', './scripts/typescript.js', 'apps/server/src/main.ts'];
const READY_WITHIN_MS = 60_000;

/** Baton as an operator runs it: a process of its own that is killed, paused, told to stop and started again. */
export class BatonProcess {
  readonly url: string;
  /** What the latest run has printed. */
  output = '';
  private child: ChildProcess | null = null;
  private gone: Promise<number | null> = Promise.resolve(null);

  private constructor(
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
    private readonly undertaker: Undertaker,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(env: Readonly<Record<string, string>>, undertaker: Undertaker): Promise<BatonProcess> {
    const port = await freePort();
    const baton = new BatonProcess(port, { BATON_LOG_LEVEL: 'error', BATON_RATE_LIMIT: 'off', ...env, BATON_PORT: String(port) }, undertaker);
    await baton.start();
    return baton;
  }

  /** Resolves when it says that it is ready. @throws with what it said instead */
  async start(): Promise<void> {
    const child = spawn(process.execPath, COMMAND, { cwd: root, env: { PATH: process.env['PATH'], ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    this.output = '';
    this.undertaker.started(child.pid!);
    this.gone = new Promise((resolve) => child.once('exit', resolve)).then((code) => {
      this.undertaker.ended(child.pid!);
      return code as number | null;
    });
    await this.saysReady(child);
  }

  get pid(): number {
    return this.child!.pid!;
  }

  kill(): Promise<number | null> {
    return this.end('SIGKILL');
  }

  /** @returns its exit code, null when a signal ended it */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    this.child?.kill(signal);
    return this.gone;
  }

  private saysReady(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      const failed = (why: string): void => reject(new Error(`Baton ${why}:\n${this.output.slice(-4000)}`));
      const patience = setTimeout(() => failed(`was not ready within ${READY_WITHIN_MS / 1000} s`), READY_WITHIN_MS);
      const hear = (chunk: Buffer): void => {
        this.output += chunk.toString();
        if (!this.output.includes('Baton is ready')) return;
        clearTimeout(patience);
        resolve();
      };
      child.stdout!.on('data', hear);
      child.stderr!.on('data', hear);
      child.once('exit', (code, signal) => {
        clearTimeout(patience);
        failed(`ended (${signal ?? code}) before it was ready`);
      });
    });
  }
}

/**
 * Below the ports that outgoing connections are given. Above, a client that calls a server which is down might be given
 * the very port it calls, and then it talks to itself.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
