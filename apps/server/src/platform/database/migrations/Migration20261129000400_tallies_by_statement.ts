import { Migration } from '@mikro-orm/migrations';

/** What a statement changes of the views' counts is noted once, however many handoffs it changes: claims come in batches. */
export class Migration20261129000400_tallies_by_statement extends Migration {
  override up(): void {
    this.addSql(TALLIES);
  }
}

const TALLIES = /* sql */ `
drop trigger handoff_tally_on_change on handoff;

create or replace function handoff_tally_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into handoff_tally (website_id, status, offline, assignee_id, n)
    select website_id, status, offline, assignee_id, count(*) from is_now group by 1, 2, 3, 4;
  elsif tg_op = 'DELETE' then
    insert into handoff_tally (website_id, status, offline, assignee_id, n)
    select website_id, status, offline, assignee_id, -count(*) from was group by 1, 2, 3, 4;
  else
    insert into handoff_tally (website_id, status, offline, assignee_id, n)
    select website_id, status, offline, assignee_id, sum(change) from (
      select website_id, status, offline, assignee_id, -1 as change from was
      union all
      select website_id, status, offline, assignee_id, 1 from is_now) changes
    group by 1, 2, 3, 4 having sum(change) <> 0;
  end if;
  return null;
end $$;

create trigger handoff_tally_on_insert after insert on handoff referencing new table as is_now
  for each statement execute function handoff_tally_record();
create trigger handoff_tally_on_update after update on handoff referencing old table as was new table as is_now
  for each statement execute function handoff_tally_record();
create trigger handoff_tally_on_delete after delete on handoff referencing old table as was
  for each statement execute function handoff_tally_record();
`;
