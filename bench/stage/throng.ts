/** Ten thousand clients in one process; run by `Apart`. */
import { LightSocket } from './light-socket.js';

interface Server {
  readonly url: string;
  readonly namespace: string;
  readonly origin?: string;
}

/** One client: what it shows to be let in, and the last seq it has of its conversation. */
export interface Returning {
  readonly token: string;
  readonly afterSeq: number;
}

/** What a client was given when it caught up. */
export interface CaughtUp {
  readonly lastSeq: number;
  readonly seqs: readonly number[];
}

let sockets: LightSocket[] = [];

/** Opens a socket for each token, `atOnce` of them at a time. @returns how long it took until all were in, in seconds */
export async function connectAll(given: Server & { readonly tokens: readonly string[]; readonly atOnce: number }): Promise<number> {
  return timed(() => inTurns(given.tokens, given.atOnce, async (token) => void (await open(given, { token }))));
}

/** The same, and each asks at once for what it has missed, as a widget does. @returns in the order of `clients` */
export async function returnAll(
  given: Server & { readonly clients: readonly Returning[]; readonly atOnce: number },
): Promise<{ readonly seconds: number; readonly caughtUp: readonly CaughtUp[] }> {
  const caughtUp: CaughtUp[] = new Array(given.clients.length);
  const seconds = await timed(() =>
    inTurns(given.clients, given.atOnce, async ({ token, afterSeq }, n) => {
      const socket = await open(given, { token });
      const answer = await socket.emit('session.sync', { afterSeq });
      if (!answer.ok) throw new Error(`A client could not catch up: ${JSON.stringify(answer)}`);
      const { session, messages } = answer as unknown as { session: { lastSeq: number }; messages: readonly { seq: number }[] };
      caughtUp[n] = { lastSeq: session.lastSeq, seqs: messages.map(({ seq }) => seq) };
    }),
  );
  return { seconds, caughtUp };
}

/** @returns how many sockets that were in are so no longer */
export async function lost(_given: object): Promise<number> {
  return sockets.filter(({ closed }) => closed).length;
}

export async function cutAll(_given: object): Promise<void> {
  for (const socket of sockets) socket.cut();
  sockets = [];
}

async function open({ url, namespace, origin }: Server, auth: object): Promise<LightSocket> {
  const socket = new LightSocket({ url, namespace, auth, ...(origin ? { origin } : {}) });
  sockets.push(socket);
  await socket.connected;
  return socket;
}

async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      await work(items[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
