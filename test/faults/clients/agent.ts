import type { Handoff } from '#contracts';
import type { AgentSocket, BatonTeam, WatchedSession } from '#sdk';
import type { Dice } from '../dice.js';
import type { Stream } from '../history.js';
import type { Load } from '../load.js';
import { insist } from './insist.js';

/** What may well happen when several people work on one queue. */
const ORDINARY = new Set(['handoff.already_claimed', 'handoff.ended', 'handoff.not_claimed', 'handoff.not_yours', 'speech.not_yours']);
const MOST_WATCHED = 8;
const WRITES_NOTE = 0.2;
const TAKES_OVER = 0.2;

/** Somebody of the team: takes what waits, reads along, answers a few times, and ends it one way or another. */
export class Agent {
  private readonly socket: AgentSocket;
  private readonly watched = new Map<string, { readonly session: WatchedSession; readonly seen: { seq: number; text: string }[] }>();
  private said = 0;

  constructor(
    private readonly name: string,
    private readonly team: BatonTeam,
    private readonly mayForce: boolean,
    private readonly load: Load,
    private readonly dice: Dice,
  ) {
    this.socket = team.connect();
  }

  async run(): Promise<void> {
    while (!this.load.over) {
      const handoff = await this.take();
      if (handoff) await this.serve(handoff);
      await this.load.pause(this.dice, 50, 200);
    }
  }

  /** Writes down what this agent saw of the conversations that were watched. */
  async close(): Promise<void> {
    for (const [sessionId, { session, seen }] of this.watched) {
      await session.catchUp().catch(() => undefined);
      const stream: Stream = { device: `${this.name}'s console`, sessionId, seen };
      this.load.history.streams.push(stream);
    }
    this.socket.close();
  }

  private async take(): Promise<Handoff | null> {
    const site = this.dice.pick(Object.values(this.load.sites));
    const byForce = this.mayForce && this.dice.chance(TAKES_OVER);
    const list = await this.act(() => this.team.handoffs.list({ websiteId: site.id, status: byForce ? 'claimed' : 'pending', limit: 5 }));
    if (!list || list.items.length === 0) return null;
    const { id } = this.dice.pick(list.items);
    const handoff = await this.act(() => (byForce ? this.team.handoffs.forceClaim(id) : this.team.handoffs.claim(id)));
    if (handoff) this.load.history.claimed({ handoffId: id, agent: this.name });
    return handoff;
  }

  private async serve({ id, sessionId }: Handoff): Promise<void> {
    this.watch(sessionId);
    for (let left = this.dice.between(1, 3); left > 0; left--) {
      await this.load.pause(this.dice, 50, 300);
      if (!(await this.reply(sessionId))) return;
    }
    if (this.dice.chance(WRITES_NOTE)) await this.act(() => this.team.handoffs.writeNote(id, 'Looked into it.'));
    await this.act(() => this.finish(id));
  }

  private async reply(sessionId: string): Promise<boolean> {
    const text = `Let me see. #${this.name.replaceAll(/\W/g, '')}-${++this.said}#`;
    const clientId = this.dice.uuid();
    const answer = await insist(this.load, this.dice, () => this.team.sessions.send(sessionId, { clientId, text }));
    const attempt = { clientId, text, sessionId, author: 'agent', sender: this.name } as const;
    if (answer.kind === 'yes') this.load.history.record({ ...attempt, outcome: { kind: 'acknowledged', seq: answer.body.seq } });
    else if (answer.kind === 'unknown') this.load.history.record({ ...attempt, outcome: { kind: 'unknown' } });
    else {
      this.load.history.record({ ...attempt, outcome: { kind: 'refused', code: answer.error.code } });
      if (!ORDINARY.has(answer.error.code)) this.load.history.refusedUnexpectedly(`a reply of ${this.name}`, answer.error);
    }
    return answer.kind === 'yes';
  }

  private finish(id: string): Promise<Handoff> {
    const { handoffs } = this.team;
    const chance = this.dice.next();
    if (chance < 0.35) return handoffs.resolve(id, { note: 'Done.' });
    if (chance < 0.75) return handoffs.cancel(id, { outcome: 'returned_to_ai' });
    if (chance < 0.85) return handoffs.cancel(id, { outcome: 'closed' });
    if (chance < 0.95) return handoffs.release(id);
    // Left as it is, for somebody to take over.
    return handoffs.get(id);
  }

  private watch(sessionId: string): void {
    if (this.watched.has(sessionId) || this.watched.size === MOST_WATCHED) return;
    const session = this.socket.watchSession(sessionId);
    const seen: { seq: number; text: string }[] = [];
    session.on('message', ({ seq, text }) => seen.push({ seq, text }));
    session.catchUpSoon();
    this.watched.set(sessionId, { session, seen });
  }

  private async act<T>(call: () => Promise<T>): Promise<T | null> {
    const answer = await insist(this.load, this.dice, call);
    if (answer.kind === 'no' && !ORDINARY.has(answer.error.code)) this.load.history.refusedUnexpectedly(`an act of ${this.name}`, answer.error);
    return answer.kind === 'yes' ? answer.body : null;
  }
}
