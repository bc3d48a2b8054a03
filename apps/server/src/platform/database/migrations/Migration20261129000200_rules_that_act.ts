import { Migration } from '@mikro-orm/migrations';

/** When rules by the clock look at a session next, and offers of a person that rules made. */
export class Migration20261129000200_rules_that_act extends Migration {
  override up(): void {
    this.addSql(CLOCK);
    this.addSql(OFFERS);
  }
}

const CLOCK = /* sql */ `
-- Long ago: at once, where the website has rules by the clock. null: nobody has written for long enough to forget it.
alter table session add column clock_at timestamptz default 'epoch';
-- It changes rarely, and never with a message, so that messages keep rewriting their session's row in place.
create index session_clock on session (website_id, clock_at) where owner = 'ai' and clock_at is not null;
`;

const OFFERS = /* sql */ `
create table handoff_offer (
  id uuid primary key,
  website_id uuid not null,
  session_id uuid not null,
  rule_id uuid not null,
  rule_version int not null,
  trigger text not null,
  code text not null,
  reason text not null,
  evidence jsonb not null,
  action jsonb not null,
  -- lapsed: a person came anyway, or the conversation ended.
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'lapsed')),
  offered_at timestamptz not null,
  answered_at timestamptz,
  foreign key (session_id, website_id) references session (id, website_id),
  -- At most once per rule and session.
  unique (session_id, rule_id)
);
create unique index handoff_offer_open on handoff_offer (session_id) where state = 'open';
`;
