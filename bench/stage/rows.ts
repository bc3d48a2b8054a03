import { Client } from 'pg';

/** Looks into a database from outside. */
export async function rows<Row>(database: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query(sql, [...params])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** @throws unless each conversation holds exactly the messages that were acknowledged, numbered without a gap */
export async function everyMessageIsThere(database: string, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const found = await rows<{ session_id: string; n: number; last: number; ids: number }>(
    database,
    `select session_id, count(*)::int as n, max(seq) as last, count(distinct client_id)::int as ids
     from message where author_kind = 'visitor' and session_id = any ($1) group by 1`,
    [[...acknowledged.keys()]],
  );
  const stored = new Map(found.map((row) => [row.session_id, row]));
  for (const [sessionId, count] of acknowledged) {
    const row = stored.get(sessionId);
    if (row?.n === count && row.last === count && row.ids === count) continue;
    throw new Error(
      `Of ${count} acknowledged messages of ${sessionId}, ${row?.n ?? 0} are stored (last seq ${row?.last ?? 0}, ${row?.ids ?? 0} ids).`,
    );
  }
}
