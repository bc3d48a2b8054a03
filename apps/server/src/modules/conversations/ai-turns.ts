import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { HandlesJob, JobQueue, Sweeps, type JobHandler, type Sweep } from '../../platform/jobs/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { LEASE_RENEWED_EVERY_MS, TurnLedger } from './turn-ledger.js';
import { VisitorTurn } from './visitor-turn.js';

/** Works off what the AI owes: takes a turn, keeps its lease while it runs, stops it when somebody else takes over. */
@Injectable()
@HandlesJob('ai-turn')
export class AnswerOwedTurns implements JobHandler, OnModuleDestroy {
  private readonly running = new Map<string, AbortController>();
  private readonly stopListening: () => void;

  constructor(
    private readonly ledger: TurnLedger,
    private readonly turns: VisitorTurn,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    doorbell: Doorbell,
  ) {
    this.stopListening = doorbell.answer('owner-changed', (sessionId) => this.running.get(sessionId)?.abort());
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  async handle(turnId: string): Promise<void> {
    const turn = await this.ledger.begin(turnId, this.clock.now());
    if (!turn) return;
    const takeover = new AbortController();
    this.running.set(turn.sessionId, takeover);
    const heartbeat = setInterval(() => {
      // A lease that could not be renewed runs out; then another process may answer, and the fence sorts the two out.
      this.ledger.renew(turn.id, this.clock.now()).catch(() => undefined);
    }, LEASE_RENEWED_EVERY_MS);
    try {
      await this.turns.answer(turn, takeover.signal);
    } finally {
      clearInterval(heartbeat);
      this.running.delete(turn.sessionId);
    }
    const next = await this.ledger.nextOf(turn.sessionId);
    if (next) this.jobs.ring({ kind: 'ai-turn', id: next });
  }
}

/** A killed process or a lost ring must not leave a visitor without an answer. */
@Injectable()
@Sweeps({ name: 'ai-turns', everySeconds: 1 })
export class ResumeStrandedTurns implements Sweep {
  constructor(
    private readonly ledger: TurnLedger,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    for (const id of await this.ledger.stranded(this.clock.now())) this.jobs.ring({ kind: 'ai-turn', id });
  }
}
