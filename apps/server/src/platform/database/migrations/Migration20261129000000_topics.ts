import { Migration } from '@mikro-orm/migrations';

/** What websites say about topics: words added, built-in ones switched off, topics of their own. */
export class Migration20261129000000_topics extends Migration {
  override up(): void {
    this.addSql(TOPICS);
  }
}

const TOPICS = /* sql */ `
-- Every change is a new version; the newest is what holds.
create table topic_lists (
  website_id uuid not null references website (id) on delete cascade,
  version int not null check (version > 0),
  topics jsonb not null,
  author_id uuid references app_user (id),
  created_at timestamptz not null,
  primary key (website_id, version)
);`;
