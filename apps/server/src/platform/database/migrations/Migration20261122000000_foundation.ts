import { Migration } from '@mikro-orm/migrations';

/**
 * The whole path of one conversation: people and their access, websites, sessions and their messages, what the AI owes,
 * handoffs, rules, knowledge, and the outbox. Hand-written, because the invariants live here: the partial unique indexes,
 * composite foreign keys and check constraints below are what refuses a broken state, whatever the code above them does.
 */
export class Migration20261122000000_foundation extends Migration {
  override up(): void {
    this.addSql(PEOPLE);
    this.addSql(WEBSITES);
    this.addSql(CONVERSATIONS);
    this.addSql(RULES);
    this.addSql(HANDOFFS);
    this.addSql(SEARCH);
    this.addSql(KNOWLEDGE);
    this.addSql(OUTBOX);
    this.addSql(HISTORY);
  }
}

const PEOPLE = /* sql */ `
create extension if not exists pg_trgm;

create table app_user (
  id uuid primary key,
  email text not null,
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  active boolean not null default true,
  presence text not null default 'offline' check (presence in ('online', 'away', 'offline')),
  presence_at timestamptz,
  failed_logins int not null default 0,
  locked_until timestamptz,
  -- Came with the demo data, and goes with it.
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index app_user_email_unique on app_user (lower(email));

create table login_session (
  token_hash bytea primary key,
  -- What its owner may know it by.
  id uuid not null unique default gen_random_uuid(),
  user_id uuid not null references app_user (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  address text,
  user_agent text
);
create index login_session_user on login_session (user_id);

-- The address at which somebody chooses a password. Only the hash is kept; one at a time is open.
create table password_link (
  token_hash bytea primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  purpose text not null check (purpose in ('invitation', 'reset')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create unique index password_link_open on password_link (user_id) where used_at is null and revoked_at is null;

-- Roles made here, besides those that come with Baton.
create table role (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  description text not null default '' check (length(description) <= 500),
  permissions text[] not null check (cardinality(permissions) > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index role_name_unique on role (lower(name));

create table installation_secret (
  name text primary key,
  value text not null,
  created_at timestamptz not null
);

-- What is so for the installation as a whole: that demo data is loaded, that the first steps were put away.
create table installation_fact (
  name text primary key,
  value jsonb not null,
  recorded_at timestamptz not null
);
`;

const WEBSITES = /* sql */ `
create table website (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  public_key text not null unique,
  allowed_origins text[] not null default '{}',
  mode text not null default 'always' check (mode in ('always', 'scheduled', 'offline_only', 'off')),
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  reopen_window_hours int not null default 24 check (reopen_window_hours between 0 and 8760),
  theme jsonb not null default '{}',
  responder text not null default 'knowledge' check (responder in ('knowledge', 'openai_compatible', 'none')),
  ai_base_url text,
  ai_model text,
  ai_api_key_encrypted text,
  ai_instructions text,
  identity_secret_encrypted text,
  identity_secret_at timestamptz,
  confidence_threshold double precision not null default 0.5 check (confidence_threshold between 0 and 1),
  ai_deadline_ms int not null default 30000 check (ai_deadline_ms between 500 and 300000),
  demo boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Where pages asked for the chat, the latest time each: whether an installation works can be seen from here.
create table website_sighting (
  website_id uuid not null references website (id) on delete cascade,
  origin text not null check (length(origin) <= 300),
  -- Whether it was let in that time.
  allowed boolean not null,
  page_url text check (length(page_url) <= 2000),
  seen_at timestamptz not null,
  primary key (website_id, origin)
);

-- website_id null: on every website, today's and later ones.
create table membership (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  website_id uuid references website (id) on delete cascade,
  role text check (role in ('agent', 'supervisor', 'admin', 'analyst')),
  role_id uuid references role (id) on delete restrict,
  created_at timestamptz not null,
  constraint membership_names_one_role check (num_nonnulls(role, role_id) = 1)
);
create unique index membership_unique on membership (user_id, website_id) nulls not distinct;
create index membership_role on membership (role_id) where role_id is not null;

-- Where somebody may speak to visitors, and so be given a handoff.
create view agent_membership as
  select m.user_id, m.website_id from membership m left join role r on r.id = m.role_id
   where m.role in ('agent', 'supervisor', 'admin') or 'session.reply' = any (r.permissions);

create table team (
  id uuid primary key,
  website_id uuid references website (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table team_member (
  team_id uuid not null references team (id) on delete cascade,
  user_id uuid not null references app_user (id) on delete cascade,
  primary key (team_id, user_id)
);

-- A key acts for the user who made it, with the permissions both have.
create table api_key (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  key_hash bytea not null unique,
  prefix text not null,
  permissions text[] not null,
  website_id uuid references website (id) on delete cascade,
  created_by uuid not null references app_user (id) on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_key_expiry on api_key (expires_at) where revoked_at is null and expires_at is not null;
`;

const CONVERSATIONS = /* sql */ `
create table visitor (
  id uuid primary key,
  website_id uuid not null references website (id),
  name text check (length(name) <= 200),
  email text check (length(email) <= 320),
  phone text check (length(phone) <= 50),
  attributes jsonb not null default '{}',
  verified boolean not null default false,
  -- What the website calls this person; known only by proof.
  external_id text check (length(external_id) <= 200),
  locale text,
  time_zone text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (id, website_id),
  unique (website_id, external_id)
);

-- No index holds a column that a message changes: then a message rewrites the row where it lies and no index.
create table session (
  id uuid primary key,
  website_id uuid not null references website (id),
  visitor_id uuid not null,
  owner text not null default 'ai' check (owner in ('ai', 'queue', 'agent', 'nobody')),
  owner_user_id uuid references app_user (id),
  epoch int not null default 1,
  last_seq int not null default 0,
  page jsonb,
  locale text not null,
  tags text[] not null default '{}',
  previous_session_id uuid references session (id),
  visitor_read_seq int not null default 0,
  team_read_seq int not null default 0,
  weak_streak int not null default 0,
  -- The latest message once more, so that a list of sessions needs no second look-up.
  last_message_kind text,
  last_message_text text,
  last_message_at timestamptz,
  last_activity_at timestamptz not null,
  started_at timestamptz not null,
  closed_at timestamptz,
  unique (id, website_id),
  foreign key (visitor_id, website_id) references visitor (id, website_id),
  constraint session_owner_names_agent check ((owner = 'agent') = (owner_user_id is not null)),
  constraint session_closed_has_no_owner check ((owner = 'nobody') = (closed_at is not null))
) with (fillfactor = 70);
create index session_visitor on session (visitor_id, started_at desc);

-- What a widget shows to be let back in. Only the hash is kept.
create table visitor_token (
  token_hash bytea primary key,
  website_id uuid not null references website (id) on delete cascade,
  visitor_id uuid not null,
  session_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (visitor_id, website_id) references visitor (id, website_id),
  foreign key (session_id, website_id) references session (id, website_id)
);
create index visitor_token_session on visitor_token (session_id);

create table message (
  session_id uuid not null,
  seq int not null check (seq > 0),
  id uuid not null,
  website_id uuid not null,
  author_kind text not null check (author_kind in ('visitor', 'ai', 'agent', 'system')),
  author_id uuid,
  author_name text,
  text text not null,
  attachments jsonb not null default '[]',
  client_id uuid,
  -- What was sent, hashed, so that the same client_id with another body is told apart from a repeat.
  body_hash bytea,
  event jsonb,
  ai_confidence double precision,
  ai_sources jsonb,
  ai_responder text,
  ai_millis int,
  -- Up to which seq an AI answer had read: what was written after that still waits for one.
  ai_answers_seq int,
  created_at timestamptz not null,
  primary key (session_id, seq),
  foreign key (session_id, website_id) references session (id, website_id)
);
create unique index message_id_unique on message (id);
create unique index message_client_id_unique on message (session_id, client_id) where client_id is not null;

-- Team only: an AI text the visitor never saw.
create table suggestion (
  id uuid primary key,
  website_id uuid not null,
  session_id uuid not null,
  after_seq int not null,
  text text not null,
  confidence double precision,
  sources jsonb not null default '[]',
  responder text not null,
  why text not null check (why in ('withheld', 'lost_fence')),
  -- Of a bot that speaks over the API: what it repeats is not kept twice, and gets the same answer.
  client_id uuid,
  handoff_id uuid,
  created_at timestamptz not null,
  foreign key (session_id, website_id) references session (id, website_id)
);
create unique index suggestion_client_id_unique on suggestion (session_id, client_id) where client_id is not null;
create index suggestion_session on suggestion (session_id, after_seq);

-- What the AI owes a visitor. At most one running and one waiting per session: what arrives meanwhile is part of the next.
create table ai_turn (
  id uuid primary key,
  website_id uuid not null,
  session_id uuid not null,
  epoch int not null,
  after_seq int not null,
  state text not null check (state in ('owed', 'running', 'done', 'dropped')),
  attempts int not null default 0,
  due_at timestamptz not null,
  lease_until timestamptz,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- What rules were told at this turn and what cannot be read from the conversation later: see kept-situation.ts.
  situation jsonb,
  foreign key (session_id, website_id) references session (id, website_id)
);
create unique index ai_turn_one_owed on ai_turn (session_id) where state = 'owed';
create unique index ai_turn_one_running on ai_turn (session_id) where state = 'running';
create index ai_turn_due on ai_turn (due_at) where state in ('owed', 'running');

create table rating (
  session_id uuid primary key,
  website_id uuid not null,
  score int not null check (score between 1 and 5),
  comment text check (length(comment) <= 2000),
  created_at timestamptz not null,
  foreign key (session_id, website_id) references session (id, website_id)
);
`;

const RULES = /* sql */ `
create table trigger_rule (
  id uuid primary key,
  website_id uuid not null references website (id) on delete cascade,
  -- Names a seeded rule, e.g. requested.words; null for an admin's own.
  built_in_key text,
  name text not null check (length(name) between 1 and 200),
  enabled boolean not null,
  mode text not null check (mode in ('live', 'shadow')),
  stage text not null check (stage in ('before_reply', 'after_reply', 'clock')),
  priority int not null,
  -- How long it rests, in one session, after it has acted there.
  cooldown_seconds int check (cooldown_seconds > 0),
  trigger text not null,
  code text not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (website_id, built_in_key),
  unique (id, website_id)
);

create table trigger_rule_version (
  rule_id uuid not null,
  website_id uuid not null,
  version int not null,
  name text not null,
  enabled boolean not null,
  mode text not null,
  priority int not null,
  cooldown_seconds int,
  conditions jsonb not null,
  action jsonb not null,
  author_id uuid references app_user (id),
  created_at timestamptz not null,
  primary key (rule_id, version),
  foreign key (rule_id, website_id) references trigger_rule (id, website_id) on delete cascade
);

create table rule_decision (
  id uuid primary key,
  website_id uuid not null,
  session_id uuid not null,
  seq int not null,
  rule_id uuid not null,
  rule_version int not null,
  stage text not null,
  -- false: it was close, and is kept as a sample of those.
  fired boolean not null,
  shadow boolean not null,
  -- Whether something followed: it was live, and no rule before it had opened the handoff.
  acted boolean not null default false,
  evidence jsonb not null,
  created_at timestamptz not null,
  foreign key (session_id, website_id) references session (id, website_id)
);
create index rule_decision_session on rule_decision (session_id, seq);
create index rule_decision_rule on rule_decision (rule_id, id desc);
create index rule_decision_age on rule_decision (created_at);

-- How often a rule fired, by day (UTC): every firing appends, a sweeper folds.
create table rule_tally (
  id bigint generated always as identity primary key,
  rule_id uuid not null references trigger_rule (id) on delete cascade,
  day date not null,
  shadow boolean not null,
  n int not null
);
create index rule_tally_key on rule_tally (rule_id, day, shadow);
create index rule_tally_day on rule_tally (day);

-- Which attributes a website's visitors had, and of which types.
create table visitor_attribute (
  website_id uuid not null references website (id) on delete cascade,
  name text not null,
  type text not null check (type in ('string', 'number', 'boolean')),
  last_seen_on date not null,
  primary key (website_id, name, type)
);
`;

const HANDOFFS = /* sql */ `
create table handoff (
  id uuid primary key,
  website_id uuid not null,
  session_id uuid not null,
  status text not null check (status in ('pending', 'claimed', 'resolved', 'cancelled')),
  trigger text not null,
  cause text,
  code text not null,
  reason text not null,
  rule_id uuid,
  rule_version int,
  evidence jsonb,
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  priority_rank smallint not null generated always as
    (case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end) stored,
  team_id uuid references team (id) on delete set null,
  assignee_id uuid references app_user (id),
  preferred_assignee_id uuid references app_user (id),
  offline boolean not null default false,
  opened_seq int not null,
  opened_at timestamptz not null,
  claimed_at timestamptz,
  first_response_at timestamptz,
  resolved_at timestamptz,
  cancelled_at timestamptz,
  ended_at timestamptz generated always as (coalesce(resolved_at, cancelled_at)) stored,
  outcome text check (outcome in ('resolved', 'returned_to_ai', 'closed')),
  promise_position int,
  promise_eta_seconds int,
  promise_made_at timestamptz,
  updated_at timestamptz not null,
  unique (id, website_id),
  foreign key (session_id, website_id) references session (id, website_id),
  constraint handoff_claimed_has_assignee check (status <> 'claimed' or assignee_id is not null),
  constraint handoff_end_is_whole check ((status in ('resolved', 'cancelled')) = (outcome is not null))
);
-- One open handoff per session.
create unique index handoff_one_open on handoff (session_id) where status in ('pending', 'claimed');
-- Every list of the inbox walks one of these, website by website.
create index handoff_by_age on handoff (website_id, opened_at, id);
create index handoff_open_by_age on handoff (website_id, opened_at, id) where status in ('pending', 'claimed');
create index handoff_unassigned_by_age on handoff (website_id, opened_at, id) where status = 'pending' and not offline;
create index handoff_offline_by_age on handoff (website_id, opened_at, id) where offline and status in ('pending', 'claimed');
-- The order in which people are taken from the queue.
create index handoff_queue on handoff (website_id, priority_rank, opened_at, id) where status = 'pending' and not offline;
create index handoff_assignee_open on handoff (assignee_id, opened_at, id) where status in ('pending', 'claimed');
create index handoff_ended on handoff (website_id, ended_at desc, id desc) where status in ('resolved', 'cancelled');
create index handoff_session on handoff (session_id, opened_at desc);
create index handoff_claims on handoff (website_id, claimed_at desc) where claimed_at is not null;

create table handoff_event (
  id uuid primary key,
  website_id uuid not null,
  handoff_id uuid not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('agent', 'visitor', 'system')),
  actor_id uuid,
  actor_name text,
  details jsonb not null default '{}',
  created_at timestamptz not null,
  foreign key (handoff_id, website_id) references handoff (id, website_id)
);
create index handoff_event_handoff on handoff_event (handoff_id, created_at, id);

-- Counts that views show are kept, not counted: every change appends a difference, a sweeper folds them together.
create table handoff_tally (
  id bigint generated always as identity primary key,
  website_id uuid not null,
  status text not null,
  offline boolean not null,
  assignee_id uuid,
  n bigint not null
);
create index handoff_tally_key on handoff_tally (website_id, status, offline, assignee_id);

create function handoff_tally_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status = new.status and old.offline = new.offline
     and old.assignee_id is not distinct from new.assignee_id then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    insert into handoff_tally (website_id, status, offline, assignee_id, n)
    values (old.website_id, old.status, old.offline, old.assignee_id, -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into handoff_tally (website_id, status, offline, assignee_id, n)
    values (new.website_id, new.status, new.offline, new.assignee_id, 1);
  end if;
  return null;
end $$;
create trigger handoff_tally_on_change after insert or update or delete on handoff
  for each row execute function handoff_tally_record();

create table note (
  id uuid primary key,
  website_id uuid not null,
  handoff_id uuid not null,
  session_id uuid not null,
  author_id uuid not null references app_user (id),
  body text not null check (length(body) between 1 and 10000),
  created_at timestamptz not null,
  foreign key (handoff_id, website_id) references handoff (id, website_id),
  foreign key (session_id, website_id) references session (id, website_id)
);
create index note_session on note (session_id, created_at, id);
`;

const SEARCH = /* sql */ `
-- The words of a conversation that was handed over: of whoever asks, and of all that was said. The places of a word are
-- the numbers of the newest messages that hold it; what the visitor is called stands at the last place, with weight A.
create table session_words (
  session_id uuid primary key,
  website_id uuid not null,
  words tsvector not null,
  foreign key (session_id, website_id) references session (id, website_id) on delete cascade
) with (toast_tuple_target = 4080, fillfactor = 85);
create index session_words_words on session_words using gin (words);
-- How common a word is decides how it is looked for.
alter table session_words alter column words set statistics 400;

-- Conversations with something in them that session_words does not know. Only ever appended to and emptied.
create table session_words_due (
  session_id uuid not null
);

create function session_words_of_handoff_due() returns trigger language plpgsql as $$
begin
  insert into session_words_due (session_id) values (new.session_id);
  return null;
end $$;
create trigger session_words_when_handed_over after insert on handoff
  for each row execute function session_words_of_handoff_due();

create function session_words_of_visitor_due() returns trigger language plpgsql as $$
begin
  insert into session_words_due (session_id) select id from session where visitor_id = new.id and epoch > 1;
  return null;
end $$;
create trigger session_words_when_visitor_renamed after update of name, email, phone on visitor
  for each row when ((old.name, old.email, old.phone) is distinct from (new.name, new.email, new.phone))
  execute function session_words_of_visitor_due();
`;

const KNOWLEDGE = /* sql */ `
create table knowledge_article (
  id uuid primary key,
  website_id uuid not null references website (id),
  title text not null check (length(title) between 1 and 300),
  body text not null check (length(body) between 1 and 50000),
  language text not null default 'en',
  url text,
  published boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Who changed it last, by the name of that day.
  updated_by uuid,
  updated_by_name text,
  unique (id, website_id)
);
create index knowledge_article_website on knowledge_article (website_id, updated_at desc, id desc);
create index knowledge_article_title_trgm on knowledge_article using gin (title gin_trgm_ops);

create table knowledge_question (
  id uuid primary key,
  article_id uuid not null,
  website_id uuid not null,
  text text not null check (length(text) between 1 and 500),
  position int not null,
  foreign key (article_id, website_id) references knowledge_article (id, website_id) on delete cascade
);
create index knowledge_question_article on knowledge_question (article_id, position);

-- How many answers to visitors came from an article, by day.
create table knowledge_use (
  article_id uuid not null references knowledge_article (id) on delete cascade,
  day date not null,
  answers int not null check (answers > 0),
  primary key (article_id, day)
);

-- What was learned from a website's published articles, version by version; the newest counts. articles_hash says which
-- articles those were. In parts, so that no process has to swallow a large one at once. Lost rows are made again.
create table knowledge_model (
  id uuid primary key,
  website_id uuid not null references website (id) on delete cascade,
  version int not null check (version > 0),
  articles_hash text not null,
  size int not null,
  millis int not null,
  made_at timestamptz not null,
  unique (website_id, version)
);

create table knowledge_model_part (
  model_id uuid not null references knowledge_model (id) on delete cascade,
  position int not null,
  bytes bytea not null,
  primary key (model_id, position)
);
alter table knowledge_model_part alter column bytes set storage external;

-- Learning failed, and nothing newer was learned since.
create table knowledge_training_failure (
  website_id uuid primary key references website (id) on delete cascade,
  articles_hash text not null,
  failed_at timestamptz not null,
  problem text not null
);
`;

const OUTBOX = /* sql */ `
-- The fact, written in the transaction that made it true.
create table domain_event (
  id uuid primary key,
  kind text not null,
  website_id uuid,
  session_id uuid,
  payload jsonb not null,
  occurred_at timestamptz not null,
  fanned_out_at timestamptz
);
create index domain_event_waiting on domain_event (occurred_at, id) where fanned_out_at is null;

-- One row per event and reaction that cares.
create table reaction_delivery (
  event_id uuid not null references domain_event (id) on delete cascade,
  reaction text not null,
  state text not null check (state in ('due', 'done', 'dead')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  finished_at timestamptz,
  primary key (event_id, reaction)
);
create index reaction_delivery_due on reaction_delivery (next_attempt_at) where state = 'due';
`;

const HISTORY = /* sql */ `
create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'api_key', 'system', 'visitor')),
  actor_id uuid,
  actor_name text,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  website_id uuid,
  address text,
  details jsonb not null default '{}'
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_website on audit_entry (website_id, at desc, id desc);
create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each statement execute function audit_entry_is_append_only();
`;
