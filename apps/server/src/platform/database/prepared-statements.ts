import type { Pool, PoolClient } from 'pg';

/** What Postgres says of a prepared statement whose result a migration has changed. */
const FEATURE_NOT_SUPPORTED = '0A000';
/** Each is kept for good, on every connection. */
const MOST = 500;
const FIRST_PLANS_MS = 1_000;

/** Runs statements under names: Postgres parses each once per connection, and plans it as rarely as it can. */
export class PreparedStatements {
  private readonly names = new Map<string, string>();
  private lastName = 0;
  private readonly plans = new WeakMap<PoolClient, { readonly began: number; readonly until: number }>();

  has(sql: string): boolean {
    return this.names.has(sql);
  }

  get isFull(): boolean {
    return this.names.size >= MOST;
  }

  async run<Row extends object>(pool: Pool, sql: string, params: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.runOn<Row>(await pool.connect(), sql, params);
    } catch (error) {
      if (codeOf(error) !== FEATURE_NOT_SUPPORTED) throw error;
      // Another process has migrated the tables meanwhile: under a new name the statement is read anew.
      this.names.delete(sql);
      return this.runOn<Row>(await pool.connect(), sql, params);
    }
  }

  private async runOn<Row extends object>(client: PoolClient, sql: string, params: readonly unknown[]): Promise<Row[]> {
    // The statement fails, too, when the connection breaks; unheard, this would end the process.
    client.on('error', ignore);
    let broken = false;
    try {
      if (this.hasOldPlans(client)) await client.query('discard plans');
      return (await client.query<Row>({ name: this.nameOf(sql), text: sql, values: [...params] })).rows;
    } catch (error) {
      broken = codeOf(error)?.length !== 5;
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  private nameOf(sql: string): string {
    let name = this.names.get(sql);
    if (!name) this.names.set(sql, (name = `baton_${++this.lastName}`));
    return name;
  }

  /**
   * A connection makes its plans anew when it is one second old, two, four and so on, those for the checks of foreign keys
   * included. What was planned for empty tables reads all of what stands in them an hour later.
   */
  private hasOldPlans(client: PoolClient): boolean {
    const now = performance.now();
    const { began, until } = this.plans.get(client) ?? { began: now, until: now + FIRST_PLANS_MS };
    const old = now >= until;
    if (old || !this.plans.has(client)) this.plans.set(client, { began, until: old ? now + (now - began) : until });
    return old;
  }
}

/** Five characters when it comes from Postgres, which then still listens. */
function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}

function ignore(): void {
  // see above
}
