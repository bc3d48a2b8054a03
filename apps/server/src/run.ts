import { ConfigProblem, loadConfig, type Config } from '#config';
import { createApp } from './create-app.js';
import { openDatabaseServer } from './platform/database/index.js';
import { mustHaveKeyFor } from './platform/secrets/index.js';

const STOP_WITHIN_MS = 10_000;

/** Starts Baton, and resolves when it is ready. What stops the start ends the process with a line for its operator. */
export async function run(): Promise<void> {
  try {
    await start(loadConfig(process.env));
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`);
    process.exit(1);
  }
}

async function start(config: Config): Promise<void> {
  mustHaveKeyFor(config);
  const server = await openDatabaseServer(config);
  const app = await createApp(config, server).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  stopOn(['SIGTERM', 'SIGINT'], () => app.close());
  try {
    if (config.roles.has('web')) await app.listen(config.port, config.host);
    else await app.init();
  } catch (error) {
    await app.close();
    throw error;
  }
  process.stdout.write(config.roles.has('web') ? `Baton is ready at ${config.publicUrl}\n` : 'Baton is ready to work in the background\n');
}

/** A second signal, or a shutdown that hangs, ends the process at once; nothing that was acknowledged depends on it. */
function stopOn(signals: readonly NodeJS.Signals[], close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${explained(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, stop);
}

/** For what an operator can mend, the line that says so; for the rest, where it happened. */
function explained(error: unknown): string {
  if (error instanceof ConfigProblem) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'Another program is listening on this port already. Choose another one with BATON_PORT, for example BATON_PORT=4200.';
  if (code === 'EACCES') return 'This port may not be used by this user. Choose one above 1023 with BATON_PORT, for example BATON_PORT=4100.';
  const isForOperators = ['EmbeddedDatabaseProblem', 'SchemaProblem', 'DatabaseUnusable'].includes(error.name) || error.message.startsWith('BATON_');
  return isForOperators ? `Baton cannot start. ${error.message}` : `Baton cannot start. ${error.stack}`;
}
