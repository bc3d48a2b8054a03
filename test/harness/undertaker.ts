import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Sees to it that no process outlives this one, also when this one is killed: a shell reads from a pipe that only this
 * process holds open, and when it ends, ends whatever was last said to be alive.
 */
export class Undertaker {
  private readonly alive = new Set<number>();
  private readonly shell: ChildProcess;

  /** @param dataDirs folders of embedded databases: their postmasters are stopped as well, and the folders removed */
  constructor(dataDirs: readonly string[]) {
    this.shell = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...dataDirs], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' });
    this.shell.unref();
  }

  started(pid: number): void {
    this.alive.add(pid);
    this.tell();
  }

  ended(pid: number): void {
    this.alive.delete(pid);
    this.tell();
  }

  /** Now; resolves when everything is gone. */
  async come(): Promise<void> {
    this.shell.ref();
    await new Promise((resolve) => {
      this.shell.once('exit', resolve);
      this.shell.stdin!.end();
    });
  }

  private tell(): void {
    this.shell.stdin!.write(`${[...this.alive].join(' ')}\n`);
  }
}

const SCRIPT = `
pids=""
while read line; do pids=$line; done
[ -z "$pids" ] || kill -KILL $pids
for dir in "$@"; do
  postmaster=$(head -n 1 "$dir/postgres/postmaster.pid" 2>/dev/null)
  [ -z "$postmaster" ] || kill -QUIT "$postmaster"
done
sleep 0.3
[ $# -eq 0 ] || rm -rf "$@"
`;
