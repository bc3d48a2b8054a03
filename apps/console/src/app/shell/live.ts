import { inject, Injectable, signal } from '@angular/core';
import { BatonTeam, type AgentSocket } from '#sdk';

/** `connecting` until the line first stands, `offline` when it was lost, `refused` when the login no longer holds. */
export type Connection = 'connecting' | 'online' | 'offline' | 'refused';

/** The live line of whoever is signed in: opened with the login, closed with the logout. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly team = inject(BatonTeam);
  private readonly state = signal<Connection>('connecting');
  private line: AgentSocket | null = null;

  readonly connection = this.state.asReadonly();

  /** What to ask over and listen on. Only pages behind the login get here, so it is always open. */
  get socket(): AgentSocket {
    if (!this.line) throw new Error('Nobody is signed in, so there is no live line.');
    return this.line;
  }

  open(): void {
    this.close();
    this.line = this.team.connect();
    this.line.on('connection', ({ state }) => this.state.set(state));
  }

  close(): void {
    this.line?.close();
    this.line = null;
    this.state.set('connecting');
  }
}
