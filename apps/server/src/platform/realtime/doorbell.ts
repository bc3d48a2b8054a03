import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';

/**
 * Wakes up whoever waits, nothing more: a ring may be lost, so every listener also looks by itself now and then. Within
 * one process by an emitter; between processes a driver may forward rings.
 */
@Injectable()
export class Doorbell {
  private readonly bells = new EventEmitter().setMaxListeners(100);

  ring(bell: Bell, id: string): void {
    this.bells.emit(bell, id);
  }

  /** @returns a function that stops listening */
  answer(bell: Bell, listener: (id: string) => void): () => void {
    this.bells.on(bell, listener);
    return () => this.bells.off(bell, listener);
  }
}

/**
 * `outbox`: a domain event was committed. `owner-changed`: the id is the session whose owner changed. `session-touched`: a session
 * with news for the inbox. `knowledge-changed`, `rules-changed`, `topics-changed`: the id is the website's.
 */
export type Bell = 'outbox' | 'owner-changed' | 'session-touched' | 'knowledge-changed' | 'rules-changed' | 'topics-changed';
