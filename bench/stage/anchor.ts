import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Undertaker } from '../../test/harness/undertaker.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY = /^ready (\S+)/m;

/** A program that does the bare minimum of what Baton does, in a process of its own. It says `ready <url>` when it is. */
export class Anchor {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly gone: Promise<unknown>,
  ) {}

  static async start(script: string, args: readonly string[], undertaker: Undertaker): Promise<Anchor> {
    const program = `bench/anchors/${script}`;
    // What is compared by how fast it starts must not wait for a compiler.
    const command = script.endsWith('.js') ? [program] : ['--import', './scripts/typescript.js', program];
    const child = spawn(process.execPath, [...command, ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    undertaker.started(child.pid!);
    const gone = new Promise((resolve) => child.once('exit', resolve)).then(() => undertaker.ended(child.pid!));
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout!.on('data', (chunk) => {
        said += String(chunk);
        const ready = READY.exec(said);
        if (ready) resolve(ready[1]!);
      });
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready.`)));
    });
    return new Anchor(child, url, gone);
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}
