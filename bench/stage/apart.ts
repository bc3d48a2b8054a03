import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Undertaker } from '../../test/harness/undertaker.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Functions = Readonly<Record<string, (given: never) => Promise<unknown>>>;
type Given<F> = F extends (given: infer G) => Promise<unknown> ? G : never;
type Found<F> = F extends (given: never) => Promise<infer R> ? R : never;

/** The functions of a module, run in a process of its own: what clients cost must not count for the server, nor stop this process. */
export class Apart<Module extends Functions> {
  private readonly waiting = new Map<number, { resolve: (found: never) => void; reject: (error: Error) => void }>();
  private asked = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly gone: Promise<unknown>,
  ) {
    child.on('message', ({ id, found, problem }: { id: number; found?: never; problem?: string }) => {
      const { resolve, reject } = this.waiting.get(id)!;
      this.waiting.delete(id);
      if (problem === undefined) resolve(found as never);
      else reject(new Error(problem));
    });
    child.once('exit', (code) => this.waiting.forEach(({ reject }) => reject(new Error(`A process apart ended with ${code}.`))));
  }

  /** @param module a file of `bench/stage`; its functions take and give what JSON can carry */
  static start<Module extends Functions>(module: string, undertaker: Undertaker): Apart<Module> {
    const child = spawn(process.execPath, ['--import', './scripts/typescript.js', 'bench/stage/apart-main.ts', module], {
      cwd: root,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    undertaker.started(child.pid!);
    return new Apart(
      child,
      new Promise((resolve) => child.once('exit', resolve)).then(() => undertaker.ended(child.pid!)),
    );
  }

  call<Name extends keyof Module & string>(name: Name, given: Given<Module[Name]>): Promise<Found<Module[Name]>> {
    return new Promise((resolve, reject) => {
      const id = this.asked++;
      this.waiting.set(id, { resolve, reject });
      this.child.send({ id, name, given });
    });
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}
