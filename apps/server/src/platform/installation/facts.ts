import type { Database, Transaction } from '../database/index.js';

/**
 * What is so for the installation as a whole, by name: small values, each written by one module alone.
 */
export async function recallFact<Value>(where: Pick<Database, 'query'>, name: string): Promise<Value | null> {
  const [row] = await where.query<{ value: Value }>(`select value from installation_fact where name = $1`, [name]);
  return row?.value ?? null;
}

export async function recordFact(tx: Transaction, name: string, value: object, now: Date): Promise<void> {
  await tx.query(
    `insert into installation_fact (name, value, recorded_at) values ($1, $2, $3)
     on conflict (name) do update set value = excluded.value, recorded_at = excluded.recorded_at`,
    [name, JSON.stringify(value), now],
  );
}

export async function forgetFact(tx: Transaction, name: string): Promise<void> {
  await tx.query(`delete from installation_fact where name = $1`, [name]);
}
