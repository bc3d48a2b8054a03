import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Config } from '#config';
import { Database } from '../database/index.js';
import { Sweeps, type Sweep } from '../jobs/index.js';
import { Doorbell } from '../realtime/index.js';
import { Deliveries, type Delivery } from './deliveries.js';
import { Reactions } from './reactions.js';

const FAN_OUT_BATCH = 200;
const DELIVERY_BATCH = 16;
/** From the start of one round to the start of the next: news that comes in the meantime makes the next one larger. */
const APART_MS = 20;

/**
 * Carries committed news to those who react to it: first one delivery per reaction, then the reactions themselves, again
 * and again with growing pauses until they succeed. Woken by the bell, and every second in case a bell was missed. Any
 * number of processes may relay at once.
 */
@Injectable()
@Sweeps({ name: 'outbox', everySeconds: 1 })
export class Relay implements Sweep, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Outbox');
  private round: Promise<void> | null = null;
  /** Over as soon as the next round may start. */
  private pause: Promise<void> = Promise.resolve();
  private rungMeanwhile = false;
  private stopping = false;
  private stopListening = (): void => undefined;

  constructor(
    private readonly database: Database,
    private readonly deliveries: Deliveries,
    private readonly reactions: Reactions,
    private readonly doorbell: Doorbell,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.has('worker')) return;
    this.stopListening = this.doorbell.answer('outbox', () => void this.sweep());
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.stopListening();
    await this.round;
  }

  /** Until nothing is due. A ring during a round makes it look once more. */
  async sweep(): Promise<void> {
    this.rungMeanwhile = true;
    this.round ??= this.work().finally(() => (this.round = null));
    await this.round;
  }

  private async work(): Promise<void> {
    try {
      while (this.rungMeanwhile && !this.stopping) {
        await this.pause;
        this.pause = sleep(APART_MS);
        this.rungMeanwhile = false;
        while (!this.stopping && (await this.fanOut()) === FAN_OUT_BATCH);
        for (let due = await this.take(); due.length > 0; due = await this.take()) {
          await this.deliveries.holding(due, (delivery) => this.deliver(delivery));
        }
      }
    } catch (error) {
      this.logger.error({ err: error }, 'a round of the outbox failed; the next one comes within a second');
    }
  }

  private async take(): Promise<Delivery[]> {
    return this.stopping ? [] : this.deliveries.take(DELIVERY_BATCH, this.reactions.pairs().names);
  }

  /** One statement, so an event is fanned out to all who react to it or to none. @returns how many events */
  private async fanOut(): Promise<number> {
    const { kinds, names } = this.reactions.pairs();
    const [row] = await this.database.query<{ events: number }>(
      `with waiting as (
         select id, kind from domain_event where fanned_out_at is null order by occurred_at, id limit $1 for update skip locked
       ), deliveries as (
         insert into reaction_delivery (event_id, reaction, state, next_attempt_at)
         select waiting.id, cares.reaction, 'due', now() from waiting
         join unnest($2::text[], $3::text[]) as cares (kind, reaction) using (kind)
         on conflict do nothing
       ), done as (
         update domain_event set fanned_out_at = now() where id in (select id from waiting) returning id
       )
       select count(*)::int as events from done`,
      [FAN_OUT_BATCH, kinds, names],
    );
    return row?.events ?? 0;
  }

  private async deliver(delivery: Delivery): Promise<void> {
    try {
      await this.reactions.named(delivery.reaction)?.react(delivery.event);
      await this.deliveries.done(delivery);
    } catch (error) {
      const fate = await this.deliveries.failed(delivery, error as Error);
      this.logger.error(
        { err: error, event: delivery.event.id, kind: delivery.event.kind, attempt: delivery.attempts },
        `${delivery.reaction} failed (${fate})`,
      );
    }
  }
}
