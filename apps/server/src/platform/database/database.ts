import { EntityManager, MikroORM, type PostgreSqlConnection } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { CompiledQuery } from 'kysely';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolConfig } from 'pg';
import { PreparedStatements } from './prepared-statements.js';

/** A statement is prepared when it comes for the third time. */
const OFTEN = 3;
/** Texts that hardly ever come again must not fill the memory. */
const MOST_COUNTED = 500;
/**
 * A plan that is made for a small table must be good when it is large: it goes by an index from the beginning. That holds for
 * the checks of foreign keys, too, which Postgres plans when the first row comes.
 */
const PLAN_ONCE = 'set plan_cache_mode = force_generic_plan; set enable_seqscan = off';
/** Whoever holds a row for longer is stuck; what is gathered with others must not be stuck with it. */
const GIVE_UP = `set lock_timeout = '1s'`;
/** Statements that gather what many wait for run two or three at a time; more connections would only plan them more often. */
const MOST_GATHERED_AT_ONCE = 8;

/**
 * One open transaction. `em` is its own fork of the entity manager, `query` runs SQL inside it, and `afterCommit` is
 * for what must not happen when it rolls back: telling sockets, ringing bells.
 */
export class Transaction {
  private readonly effects: (() => void)[] = [];

  constructor(readonly em: EntityManager) {}

  /** @param sql with `$1`-style placeholders */
  async query<Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.em.getKysely().executeQuery<Row>(CompiledQuery.raw(sql, [...params]));
    return result.rows;
  }

  afterCommit(effect: () => void): void {
    this.effects.push(effect);
  }

  /** For `Database` alone. An effect that throws must not turn a committed change into a failure. */
  committed(logger: Logger): void {
    for (const effect of this.effects) {
      try {
        effect();
      } catch (error) {
        logger.error(error, 'an effect after a commit failed');
      }
    }
  }
}

/**
 * The door to Postgres: every command runs in `transaction`, every read in a fork of its own. Whoever holds a transaction
 * works through it: asking for a second connection meanwhile is refused, because under load all connections would be
 * held by transactions that wait for another one.
 */
@Injectable()
export class Database {
  private readonly logger = new Logger(Database.name);
  private readonly held = new AsyncLocalStorage<true>();
  /** The ORM's connections, for statements of their own; they need no entity manager. */
  private pool: Promise<Pool> | undefined;
  /** Connections that plan a statement once, for any values. */
  private plansOnce: Promise<Pool> | undefined;
  private readonly statements = new PreparedStatements();
  private readonly statementsPlannedOnce = new PreparedStatements();
  /** How often a statement came that is not prepared. */
  private readonly asked = new Map<string, number>();

  constructor(private readonly orm: MikroORM) {}

  /**
   * Runs `work` in a new transaction, or inside `outer` when a caller already holds one; then the caller's commit is
   * the commit. Entities managed by `tx.em` are flushed at the end.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, outer?: Transaction): Promise<T> {
    if (outer) return work(outer);
    let transaction: Transaction | undefined;
    const result = await this.fork().transactional(async (em) => {
      transaction = new Transaction(em as EntityManager);
      return this.held.run(true, work, transaction);
    });
    transaction?.committed(this.logger);
    return result;
  }

  /** A fresh entity manager for reading; nothing of it is ever flushed. */
  reader(): EntityManager {
    return this.fork();
  }

  /**
   * One statement of its own, outside any transaction. What comes again and again is prepared: to plan the page of an inbox
   * costs more than to read it. Postgres keeps planning for the values where that pays.
   * @param sql with `$1`-style placeholders
   */
  async query<Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    this.refuseInsideTransaction();
    const pool = await this.connections();
    if (params.length > 0 && this.comesOften(sql)) return this.statements.run(pool, sql, params);
    const result = await pool.query<Row>({ text: sql, values: [...params] });
    return result.rows;
  }

  /**
   * The same for a statement that runs all the time and finds its rows by key, whatever the values: Postgres plans it once
   * per connection. Left to itself it would plan for the number of keys each time, which takes longer than to run it. The
   * connections are its own, so that long lists do not hold up what everybody waits for.
   * @param sql one of a few fixed texts; each is kept for good
   */
  async prepared<Row extends object>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    this.refuseInsideTransaction();
    return this.statementsPlannedOnce.run(await (this.plansOnce ??= this.openPlansOnce()), sql, params);
  }

  /** Ends the connections that are not the ORM's. */
  async close(): Promise<void> {
    await (await this.plansOnce)?.end();
  }

  private async openPlansOnce(): Promise<Pool> {
    const { options, constructor } = await this.connections();
    const pool = new (constructor as new (options: PoolConfig) => Pool)({
      ...options,
      password: options.password,
      max: MOST_GATHERED_AT_ONCE,
      // Waited for, though its type does not say so.
      onConnect: (client) => client.query(`${PLAN_ONCE}; ${GIVE_UP}`) as unknown as void,
    });
    // An idle connection that breaks is replaced by the next statement.
    pool.on('error', (error) => this.logger.warn(`a connection to the database was lost: ${error.message}`));
    return pool;
  }

  private comesOften(sql: string): boolean {
    if (this.statements.has(sql)) return true;
    const times = (this.asked.get(sql) ?? 0) + 1;
    if (times >= OFTEN && !this.statements.isFull) {
      this.asked.delete(sql);
      return true;
    }
    if (this.asked.size >= MOST_COUNTED) this.asked.clear();
    this.asked.set(sql, times);
    return false;
  }

  private connections(): Promise<Pool> {
    return (this.pool ??= (this.orm.em.getConnection() as PostgreSqlConnection).getNativeClient());
  }

  private fork(): EntityManager {
    this.refuseInsideTransaction();
    return this.orm.em.fork() as EntityManager;
  }

  private refuseInsideTransaction(): void {
    if (this.held.getStore()) throw new Error('A transaction is open here: pass it on instead of asking for another connection.');
  }
}
