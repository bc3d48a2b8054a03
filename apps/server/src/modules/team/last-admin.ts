import type { Transaction } from '../../platform/database/index.js';
import { Problem } from '../../platform/problems/index.js';

export class LastAdmin extends Problem {
  readonly code = 'user.last_admin';
  readonly status = 409;
  constructor() {
    super('This is the last administrator of the installation. Make somebody else one first.');
  }
}

/**
 * Somebody who was invited and never came cannot help anybody, so they do not count.
 *
 * To be called after the change it judges, in the same transaction. The lock makes two who remove each other take turns.
 * @throws LastAdmin
 */
export async function anEverywhereAdminMustRemain(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('baton.last_admin'))`);
  const admins = await tx.query(
    `select 1 from membership m join app_user u on u.id = m.user_id where m.website_id is null and m.role = 'admin' and u.active and u.password_hash is not null limit 1`,
  );
  if (admins.length === 0) throw new LastAdmin();
}
