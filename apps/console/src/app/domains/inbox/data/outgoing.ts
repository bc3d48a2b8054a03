import { signal } from '@angular/core';
import type { SendMessage, TeamMessage } from '#contracts';
import { BatonError, newClientId } from '#sdk';

export interface OutgoingMessage {
  readonly clientId: string;
  readonly text: string;
  readonly epoch: number;
  /** `sent` is acknowledged, and shown from here until the thread has it. */
  readonly state: 'sending' | 'sent' | 'failed';
  /** Why it failed; a message found after a reload was never answered for. */
  readonly problem: BatonError | 'page_closed' | null;
}

export interface OutgoingPorts {
  readonly send: (message: SendMessage) => Promise<TeamMessage>;
  readonly sent: (message: TeamMessage) => void;
  /** The server said no for good; the text goes back to whoever wrote it. */
  readonly refused: (text: string, error: BatonError) => void;
}

/**
 * What an agent has sent and the thread does not hold yet. Messages leave one after the other, so that they arrive in the
 * order they were written; every attempt carries the same `clientId`, so that repeating one never doubles it. What has not
 * been acknowledged survives a reload.
 */
export class Outgoing {
  private readonly waiting = signal<readonly OutgoingMessage[]>([]);
  private tail: Promise<void> = Promise.resolve();

  readonly messages = this.waiting.asReadonly();

  constructor(
    private readonly storageKey: string,
    private readonly ports: OutgoingPorts,
  ) {
    this.waiting.set(remembered(storageKey));
  }

  send(text: string, epoch: number): void {
    const message: OutgoingMessage = { clientId: newClientId(), text, epoch, state: 'sending', problem: null };
    this.set([...this.waiting(), message]);
    this.line(message.clientId);
  }

  /** Whatever failed goes out again, in the order it was written. */
  retryFailed(): void {
    for (const { clientId, state } of this.waiting()) {
      if (state !== 'failed') continue;
      this.patch(clientId, { state: 'sending', problem: null });
      this.line(clientId);
    }
  }

  /** @returns its text, for the composer */
  takeBack(clientId: string): string {
    const text = this.find(clientId)?.text ?? '';
    this.arrived(clientId);
    return text;
  }

  /** What is stored may have been changed by another tab; what is on its way from here is not touched. */
  reread(): void {
    if (this.waiting().some(({ state }) => state === 'sending')) return;
    this.waiting.set(remembered(this.storageKey));
  }

  /** The thread holds it now. */
  arrived(clientId: string | null): void {
    if (clientId !== null && this.find(clientId)) this.set(this.waiting().filter((message) => message.clientId !== clientId));
  }

  private line(clientId: string): void {
    this.tail = this.tail.then(() => this.attempt(clientId));
  }

  private async attempt(clientId: string): Promise<void> {
    const message = this.find(clientId);
    if (message?.state !== 'sending') return;
    const stuck = this.stuckBefore(clientId);
    if (stuck) return this.patch(clientId, { state: 'failed', problem: stuck.problem });
    try {
      const stored = await this.ports.send({ clientId, text: message.text, epoch: message.epoch });
      this.patch(clientId, { state: 'sent' });
      this.ports.sent(stored);
    } catch (cause) {
      const error = cause instanceof BatonError ? cause : new BatonError('client.failed', 'It could not be sent.', { cause });
      // Whoever signs out closes the line under it: that is nobody's refusal, and it waits for them here.
      if (error.worthRetrying || error.code.startsWith('client.')) this.patch(clientId, { state: 'failed', problem: error });
      else this.ports.refused(this.takeBack(clientId), error);
    }
  }

  /** What was written before and could not be sent; nothing overtakes it. */
  private stuckBefore(clientId: string): OutgoingMessage | undefined {
    const at = this.waiting().findIndex((message) => message.clientId === clientId);
    return this.waiting().find((message, index) => index < at && message.state === 'failed');
  }

  private find(clientId: string): OutgoingMessage | undefined {
    return this.waiting().find((message) => message.clientId === clientId);
  }

  private patch(clientId: string, change: Partial<OutgoingMessage>): void {
    this.set(this.waiting().map((message) => (message.clientId === clientId ? { ...message, ...change } : message)));
  }

  private set(messages: readonly OutgoingMessage[]): void {
    this.waiting.set(messages);
    const unsure = messages.filter((message) => message.state !== 'sent');
    if (unsure.length === 0) localStorage.removeItem(this.storageKey);
    else localStorage.setItem(this.storageKey, JSON.stringify(unsure));
  }
}

function remembered(storageKey: string): readonly OutgoingMessage[] {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '[]') as OutgoingMessage[];
    return stored.map((message) => ({ ...message, state: 'failed', problem: 'page_closed' }));
  } catch {
    return [];
  }
}
