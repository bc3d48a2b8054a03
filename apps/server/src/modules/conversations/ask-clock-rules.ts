import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Sweeps, type Sweep } from '../../platform/jobs/index.js';
import { Sessions } from '../sessions/index.js';
import { Triggers, type ClockWork } from '../triggers/index.js';
import { Consequences, verdictsOf } from './consequences.js';
import { Scenes, aboutOf } from './scene.js';

const MAX_BATCH = 100;
/** More wait for the next round, so that none keeps another website's sessions waiting. */
const MAX_OF_A_WEBSITE = 2_000;
/** A process that dies while it looks is followed by another after that. */
const LEASE_MS = 30_000;
/** Conversations that had been quiet for longer when a rule was changed are not dragged up by it. */
const QUIET_BEFORE_CHANGE_MS = 3_600_000;

interface Due {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastActivityAt: Date;
}

/**
 * Asks rules by the clock about conversations that the AI has, also where nobody writes. Each session says when it is to be
 * looked at next; any number of processes may look.
 */
@Injectable()
@Sweeps({ name: 'clock-rules', everySeconds: 1 })
export class AskClockRules implements Sweep {
  private readonly logger = new Logger(AskClockRules.name);

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly scenes: Scenes,
    private readonly triggers: Triggers,
    private readonly consequences: Consequences,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    for (const work of await this.triggers.clockWork()) await this.sweepWebsite(work);
  }

  private async sweepWebsite(work: ClockWork): Promise<void> {
    for (let looked = 0; looked < MAX_OF_A_WEBSITE; looked += MAX_BATCH) {
      const now = this.clock.now();
      const due = await this.database.query<Due>(CLAIM, [work.websiteId, now, MAX_BATCH, new Date(now.getTime() + LEASE_MS)]);
      await Promise.all(due.filter((session) => isWatched(session, work, now)).map((session) => this.ask(session)));
      const next = due.map((session) => (isWatched(session, work, now, true) ? work.nextLook.after(session, now) : null));
      await this.database.query(SET_NEXT, [due.map(({ id }) => id), next, new Date(now.getTime() + LEASE_MS)]);
      if (due.length < MAX_BATCH) return;
    }
  }

  /** One that cannot be asked must not keep the others from it; it is asked again later. */
  private async ask({ id }: Due): Promise<void> {
    try {
      await this.askAbout(id);
    } catch (error) {
      this.logger.error({ err: error, sessionId: id }, 'rules by the clock could not be asked about a session');
    }
  }

  private async askAbout(sessionId: string): Promise<void> {
    const scene = await this.scenes.of(sessionId);
    if (!scene || scene.session.owner !== 'ai') return;
    const stage = 'clock';
    const situation = this.scenes.situation(scene, { message: false, requestedVia: null, ai: null });
    const decision = await this.triggers.decide({ stage, websiteId: scene.website.id, situation, about: aboutOf(scene) });
    if (decision.fired.length === 0 && decision.shadow.length === 0) return;
    const verdicts = verdictsOf(decision, scene);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      // Somebody took over meanwhile, or another process was quicker.
      if (session.owner !== 'ai' || session.epoch !== scene.session.epoch) return;
      const now = this.clock.now();
      await this.consequences.draw(tx, session, { scene, stage, verdicts, now });
      if (verdicts.offer) await this.consequences.offer(tx, scene, { rule: verdicts.offer, stage }, now);
    });
  }
}

function isWatched(session: Due, { changedAt, nextLook }: ClockWork, now: Date, evenTooEarly = false): boolean {
  if (session.lastActivityAt.getTime() < changedAt.getTime() - QUIET_BEFORE_CHANGE_MS) return false;
  return evenTooEarly || nextLook.mayFire(session.startedAt, now);
}

const CLAIM = /* sql */ `
with due as (
  select id from session where website_id = $1 and owner = 'ai' and clock_at <= $2 order by clock_at limit $3 for update skip locked
)
update session s set clock_at = $4 from due where s.id = due.id
returning s.id, s.started_at as "startedAt", s.last_activity_at as "lastActivityAt"`;

/** A rule that was changed meanwhile wants a look at once, and keeps it. */
const SET_NEXT = /* sql */ `
update session s set clock_at = n.at from unnest($1::uuid[], $2::timestamptz[]) as n (id, at)
 where s.id = n.id and s.owner = 'ai' and s.clock_at = $3`;
