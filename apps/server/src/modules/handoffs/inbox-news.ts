import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Gathering } from '../../platform/database/index.js';
import { Broadcaster, Doorbell } from '../../platform/realtime/index.js';
import { Sessions } from '../sessions/index.js';
import { HandoffSummaries } from './handoff-summaries.js';
import { Queue } from './queue.js';
import { VisitorView } from './visitor-view.js';

/** Long enough that a burst of messages is one update of a row, short enough that nobody notices. */
const GATHER_MS = 200;
const MAX_BATCH = 128;
/** When many change at once, fewer and larger reads tell of them. */
const APART_MS = 10;

/** Tells the inbox and the visitors' pages what a committed change means for them. Hints only: a lost one is caught up. */
@Injectable()
export class InboxNews implements OnModuleDestroy {
  private readonly logger = new Logger(InboxNews.name);
  private readonly touchedSessions = new Set<string>();
  private readonly movedQueues = new Set<string>();
  /** What changes while others are being told is read, and told, together. */
  private readonly changes = new Gathering<HandoffChange, void>({
    keyOf: ({ handoffId }) => handoffId,
    run: (batch) => this.tellOfHandoffs(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
    apartMs: APART_MS,
  });
  private readonly telling = new Set<Promise<void>>();
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly stopListening: () => void;

  constructor(
    private readonly broadcaster: Broadcaster,
    private readonly summaries: HandoffSummaries,
    private readonly sessions: Sessions,
    private readonly visitorView: VisitorView,
    private readonly queue: Queue,
    private readonly clock: Clock,
    doorbell: Doorbell,
  ) {
    this.stopListening = doorbell.answer('session-touched', (sessionId) => this.touched(sessionId));
  }

  /** What is being told is told to the end, while the database is still there. */
  async onModuleDestroy(): Promise<void> {
    this.stopListening();
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.allSettled(this.telling);
  }

  /** A handoff opened or changed: its row in the inbox, and everybody's view of its session. */
  handoffChanged(change: HandoffChange): void {
    void this.quietly(() => this.changes.add(change));
  }

  /** Its owner, agent or place changed. */
  async sessionChanged(sessionId: string): Promise<void> {
    await this.quietly(async () => {
      await Promise.all([this.tellVisitor(sessionId), this.tellTeam(sessionId)]);
    });
  }

  private async tellVisitor(sessionId: string): Promise<void> {
    if (!this.broadcaster.mayReachVisitor(sessionId)) return;
    this.broadcaster.toVisitor(sessionId, 'session.updated', { session: await this.visitorView.of(sessionId) });
  }

  private async tellTeam(sessionId: string): Promise<void> {
    if (!this.broadcaster.mayReachSessionTeam(sessionId)) return;
    this.broadcaster.toSessionTeam(sessionId, 'session.updated', { session: await this.sessions.teamView(sessionId) });
  }

  private async tellOfHandoffs(batch: readonly HandoffChange[]): Promise<readonly PromiseSettledResult<void>[]> {
    const summaries = await this.summaries.of(batch.map(({ handoffId }) => handoffId));
    const told = batch.flatMap((change) => {
      const summary = summaries.get(change.handoffId);
      if (!summary) return [];
      this.broadcaster.toInbox(summary.website.id, change.opened ? 'handoff.opened' : 'handoff.updated', { handoff: summary });
      if (change.takenFrom) this.broadcaster.toUser(change.takenFrom, 'handoff.updated', { handoff: summary });
      this.queueMoved(summary.website.id);
      return [this.sessionChanged(summary.sessionId)];
    });
    await Promise.all(told);
    return batch.map(() => ({ status: 'fulfilled', value: undefined }));
  }

  private touched(sessionId: string): void {
    this.touchedSessions.add(sessionId);
    this.schedule();
  }

  private queueMoved(websiteId: string): void {
    this.movedQueues.add(websiteId);
    this.schedule();
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.quietly(() => this.flush());
    }, GATHER_MS);
  }

  private async flush(): Promise<void> {
    const sessions = [...this.touchedSessions];
    const queues = [...this.movedQueues];
    this.touchedSessions.clear();
    this.movedQueues.clear();
    for (const summary of await this.summaries.openOfSessions(sessions)) {
      this.broadcaster.toInbox(summary.website.id, 'handoff.updated', { handoff: summary });
    }
    for (const websiteId of queues) {
      const places = await this.queue.places(websiteId, this.clock.now());
      const heard = places.filter(({ sessionId }) => this.broadcaster.mayReachVisitor(sessionId));
      for (const session of await this.visitorView.at(heard)) this.broadcaster.toVisitor(session.id, 'session.updated', { session });
    }
  }

  /** News that fails must not fail what it reports; clients catch up by themselves. */
  private async quietly(work: () => Promise<void>): Promise<void> {
    if (this.stopped) return;
    const told = work().catch((error: unknown) => this.logger.warn({ err: error }, 'could not tell clients about a change'));
    this.telling.add(told);
    await told;
    this.telling.delete(told);
  }
}

export interface HandoffChange {
  readonly handoffId: string;
  readonly opened?: true;
  /** The agent who held it before and should hear that it is gone. */
  readonly takenFrom?: string;
}
