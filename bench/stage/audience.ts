/** A thousand agents who listen while a few people type and one comes and goes; run by `Apart`. */
import { LightSocket } from './light-socket.js';

/** Who tells, and what. */
interface Teller {
  readonly socket: LightSocket;
  readonly event: 'presence.set' | 'typing';
  on: boolean;
}

export interface Told {
  /** What reached somebody. */
  readonly deliveries: number;
  readonly seconds: number;
}

const AT_ONCE = 50;

/** What each listener has heard, by kind of event. */
const heard: Record<string, number>[] = [];
const tellers: Teller[] = [];
const said: Record<string, number> = { 'presence.updated': 0, typing: 0 };
let waitingFor = 0;
let allHeard: () => void = () => undefined;

export async function gather(given: {
  readonly url: string;
  readonly listeners: number;
  readonly typists: number;
  readonly agentAuth: object;
  readonly sessionId: string;
  readonly visitorToken: string;
  readonly origin: string;
}): Promise<void> {
  const { url, sessionId } = given;
  const agent = async (onEvent?: (name: string) => void): Promise<LightSocket> => {
    const socket = new LightSocket({ url, namespace: '/agent', auth: given.agentAuth, ...(onEvent ? { onEvent } : {}) });
    await socket.connected;
    return socket;
  };
  const listen = async (): Promise<void> => {
    const counts: Record<string, number> = { 'presence.updated': 0, typing: 0 };
    heard.push(counts);
    const socket = await agent((name) => {
      if (!(name in counts)) return;
      counts[name]! += 1;
      if (--waitingFor === 0) allHeard();
    });
    await agreed(socket.emit('inbox.watch', {}));
    await agreed(socket.emit('session.watch', { sessionId, afterSeq: 0 }));
  };
  for (let n = 0; n < given.listeners; n += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, given.listeners - n) }, listen));
  tellers.push({ socket: await agent(), event: 'presence.set', on: true });
  for (let n = 0; n < given.typists; n++) {
    const socket = new LightSocket({ url, namespace: '/visitor', auth: { token: given.visitorToken }, origin: given.origin });
    await socket.connected;
    tellers.push({ socket, event: 'typing', on: false });
  }
}

/** Everybody tells something, again and again, each time once all listeners have heard all of it. */
export async function tell({ seconds }: { readonly seconds: number }): Promise<Told> {
  const began = performance.now();
  let deliveries = 0;
  while (performance.now() - began < seconds * 1000) {
    waitingFor = tellers.length * heard.length;
    deliveries += waitingFor;
    const all = new Promise<void>((resolve) => (allHeard = resolve));
    await Promise.all([...tellers.map(speak), all]);
  }
  return { deliveries, seconds: (performance.now() - began) / 1000 };
}

/** @returns what went wrong; nothing when everybody has heard everything once */
export async function wrong(_given: object): Promise<string[]> {
  return heard.flatMap((counts, n) =>
    Object.entries(said)
      .filter(([name, times]) => counts[name] !== times)
      .map(([name, times]) => `Listener ${n} heard ${counts[name]} of ${times} ${name}.`),
  );
}

async function speak(teller: Teller): Promise<void> {
  teller.on = !teller.on;
  said[teller.event === 'typing' ? 'typing' : 'presence.updated']! += 1;
  await agreed(
    teller.event === 'typing'
      ? teller.socket.emit('typing', { on: teller.on })
      : teller.socket.emit('presence.set', { state: teller.on ? 'online' : 'away' }),
  );
}

async function agreed(answer: ReturnType<LightSocket['emit']>): Promise<void> {
  const ack = await answer;
  if (!ack.ok) throw new Error(`The server refused: ${JSON.stringify(ack)}`);
}
