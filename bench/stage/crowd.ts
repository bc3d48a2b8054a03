import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { agentSocket, connected, visitorSocket, type Conversation } from './conversations.js';
import { smallTalk } from './small-talk.js';

interface Pending {
  acknowledged: boolean;
  seen: boolean;
  readonly resolve: () => void;
}

/** Visitors who write, and agents who watch: a message is through when its writer has the acknowledgement and its agent the message. */
export class Crowd {
  /** Acknowledged messages per conversation. */
  readonly acknowledged = new Map<string, number>();
  /** How often an agent was shown a message it had already. */
  doubled = 0;
  private readonly pending = new Map<string, Pending>();
  private readonly shown = new Set<string>();

  private constructor(
    private readonly visitors: readonly { readonly conversation: Conversation; readonly socket: Socket }[],
    private readonly agents: readonly Socket[],
  ) {
    for (const agent of agents) agent.on('message.created', ({ message }: { message: { clientId: string | null } }) => this.saw(message.clientId));
  }

  static async gather(url: string, conversations: readonly Conversation[], agents: number, apiKey: string): Promise<Crowd> {
    const sockets = Array.from({ length: agents }, () => agentSocket(url, apiKey));
    await Promise.all(sockets.map(connected));
    await Promise.all(
      conversations.map(async ({ sessionId }, n) => {
        const answer = await sockets[n % agents]!.emitWithAck('session.watch', { sessionId, afterSeq: 0 });
        if (!answer.ok) throw new Error(`A conversation cannot be watched: ${JSON.stringify(answer.error)}`);
      }),
    );
    const visitors = conversations.map((conversation) => ({ conversation, socket: visitorSocket(url, conversation.token) }));
    await Promise.all(visitors.map(({ socket }) => connected(socket)));
    return new Crowd(visitors, sockets);
  }

  get size(): number {
    return this.visitors.length;
  }

  /** Everybody writes, and writes again once the last message is through. @returns messages per second */
  async writeInTurn(seconds: number): Promise<{ messages: number; seconds: number }> {
    const began = performance.now();
    const until = began + seconds * 1000;
    let messages = 0;
    await Promise.all(
      this.visitors.map(async (_, n) => {
        while (performance.now() < until) {
          await this.say(n);
          messages += 1;
        }
      }),
    );
    return { messages, seconds: (performance.now() - began) / 1000 };
  }

  /** `perSecond` messages whatever becomes of them. @returns how long each took from when it was due, in milliseconds */
  async writeAtPace(perSecond: number, seconds: number): Promise<number[]> {
    const took: number[] = [];
    const began = performance.now();
    const all: Promise<void>[] = [];
    const total = Math.round(perSecond * seconds);
    for (let n = 0; n < total;) {
      const now = performance.now() - began;
      for (; n < total && (n / perSecond) * 1000 <= now; n++) {
        const due = began + (n / perSecond) * 1000;
        all.push(this.say(n % this.visitors.length).then(() => void took.push(performance.now() - due)));
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(all);
    return took;
  }

  close(): void {
    for (const { socket } of this.visitors) socket.disconnect();
    for (const agent of this.agents) agent.disconnect();
  }

  private async say(n: number): Promise<void> {
    const { conversation, socket } = this.visitors[n]!;
    const clientId = randomUUID();
    const through = new Promise<void>((resolve) => this.pending.set(clientId, { acknowledged: false, seen: false, resolve }));
    const answer = await socket.emitWithAck('message.send', { clientId, text: smallTalk() });
    if (!answer.ok) throw new Error(`A message was refused: ${JSON.stringify(answer.error)}`);
    this.acknowledged.set(conversation.sessionId, (this.acknowledged.get(conversation.sessionId) ?? 0) + 1);
    this.progress(clientId, (pending) => (pending.acknowledged = true));
    await through;
  }

  private saw(clientId: string | null): void {
    if (clientId === null) return;
    if (this.shown.has(clientId)) this.doubled += 1;
    this.shown.add(clientId);
    this.progress(clientId, (pending) => (pending.seen = true));
  }

  private progress(clientId: string, change: (pending: Pending) => void): void {
    const pending = this.pending.get(clientId);
    if (!pending) return;
    change(pending);
    if (!pending.acknowledged || !pending.seen) return;
    this.pending.delete(clientId);
    pending.resolve();
  }
}
