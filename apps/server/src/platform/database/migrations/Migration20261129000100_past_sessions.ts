import { Migration } from '@mikro-orm/migrations';

/** Rules are asked about past sessions, newest first, website by website. */
export class Migration20261129000100_past_sessions extends Migration {
  override up(): void {
    this.addSql(`create index session_started on session (website_id, started_at desc, id desc)`);
  }
}
