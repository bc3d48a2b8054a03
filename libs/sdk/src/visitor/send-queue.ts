import type { Message } from '#contracts';
import { BatonError } from '../shared/index.js';
import type { Unsent } from './visitor-memory.js';

/** `sent` is stored by the server but has not come back in its place in the conversation yet. */
export type OutgoingState = 'waiting' | 'sent' | 'refused';

export interface Outgoing extends Unsent {
  readonly state: OutgoingState;
  /** Why it was refused. */
  readonly error?: BatonError;
}

export interface SendQueueOptions {
  /** Hands one message to the server; the same `clientId` may be handed over again. */
  readonly deliver: (message: Unsent) => Promise<Message>;
  readonly changed: (outgoing: readonly Outgoing[]) => void;
  /** While false nothing is handed over and nothing is tried. */
  readonly ready?: () => boolean;
  readonly retryAfterMs?: number;
}

interface Entry {
  outgoing: Outgoing;
  readonly settle: { resolve(message: Message): void; reject(error: BatonError): void };
}

/**
 * What the visitor wrote, in the order they wrote it, until the server has it. One message is under way at a time, so
 * that an answer that never came cannot turn two of them around.
 */
export class SendQueue {
  private entries: Entry[] = [];
  private sending = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private readonly options: SendQueueOptions) {}

  get outgoing(): readonly Outgoing[] {
    return this.entries.map((entry) => entry.outgoing);
  }

  /** @returns the stored message; rejects only when the server refuses it for good or the queue is closed */
  add(message: Unsent): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.entries.push({ outgoing: { ...message, state: 'waiting' }, settle: { resolve, reject } });
      this.tell();
      this.flush();
    });
  }

  /** Tries again a message that was refused. */
  again(clientId: string): void {
    this.mark(clientId, { state: 'waiting' });
    this.flush();
  }

  /** The message has come back in its place; its acknowledgement may have been lost. */
  arrived(message: Message): void {
    this.remove(message.clientId)?.settle.resolve(message);
  }

  /** The writer does not want it any more. */
  discard(clientId: string): void {
    this.remove(clientId)?.settle.reject(new BatonError('client.discarded', 'The message was discarded before it was sent.'));
  }

  /** Lets go of what does not belong here any more; whoever waits for it learns so. */
  keep(belongs: (outgoing: Outgoing) => boolean): void {
    for (const { outgoing } of this.entries.filter((entry) => !belongs(entry.outgoing)))
      this.remove(outgoing.clientId)?.settle.reject(new BatonError('client.another_person', 'Somebody else is writing here now.'));
  }

  /** Sends what waits; for when the connection is back. */
  flush(): void {
    clearTimeout(this.retry);
    if (!this.sending && !this.closed && this.options.ready?.() !== false) void this.sendAll();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    for (const { settle } of this.entries) settle.reject(new BatonError('client.closed', 'The conversation was left before this was sent.'));
    this.entries = [];
  }

  private async sendAll(): Promise<void> {
    this.sending = true;
    let next: Entry | undefined;
    while (!this.closed && (next = this.entries.find((entry) => entry.outgoing.state === 'waiting'))) {
      if (!(await this.send(next))) break;
    }
    this.sending = false;
  }

  /** @returns false when nothing more can be sent for the moment */
  private async send({ outgoing, settle }: Entry): Promise<boolean> {
    try {
      const message = await this.options.deliver(outgoing);
      this.mark(outgoing.clientId, { state: 'sent' });
      settle.resolve(message);
      return true;
    } catch (cause) {
      const error = cause instanceof BatonError ? cause : new BatonError('client.failed', String(cause), { cause });
      if (error.worthRetrying) {
        this.tryLater();
        return false;
      }
      this.mark(outgoing.clientId, { state: 'refused', error });
      settle.reject(error);
      return true;
    }
  }

  private tryLater(): void {
    if (!this.closed) this.retry = setTimeout(() => this.flush(), this.options.retryAfterMs ?? 2000);
  }

  private mark(clientId: string, change: Pick<Outgoing, 'state' | 'error'>): void {
    const entry = this.entries.find((one) => one.outgoing.clientId === clientId);
    if (!entry) return;
    const { error: _before, ...outgoing } = entry.outgoing;
    entry.outgoing = { ...outgoing, ...change };
    this.tell();
  }

  private remove(clientId: string | null): Entry | undefined {
    const entry = this.entries.find((one) => one.outgoing.clientId === clientId);
    if (!entry) return undefined;
    this.entries = this.entries.filter((one) => one !== entry);
    this.tell();
    return entry;
  }

  private tell(): void {
    if (!this.closed) this.options.changed(this.outgoing);
  }
}
