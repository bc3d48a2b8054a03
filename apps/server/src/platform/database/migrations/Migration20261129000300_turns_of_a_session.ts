import { Migration } from '@mikro-orm/migrations';

/** What rules were told at each turn is read session by session when they are asked about the past. */
export class Migration20261129000300_turns_of_a_session extends Migration {
  override up(): void {
    this.addSql(`create index ai_turn_session on ai_turn (session_id, after_seq) where situation is not null`);
  }
}
