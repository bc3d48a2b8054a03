import { Injectable, Logger } from '@nestjs/common';
import type { VisitorAttribute } from '#contracts';
import { Database } from '../../../platform/database/index.js';

/** More names than anybody picks from; a page that makes up new ones for every visitor stops here. */
const MAX_OF_A_WEBSITE = 500;
/** What one process remembers to have written already. */
const MAX_REMEMBERED = 20_000;

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Which attributes visitors of a website had, so that rules can be made from them without anybody registering names. */
@Injectable()
export class AttributeSightings {
  private readonly logger = new Logger(AttributeSightings.name);
  private readonly written = new Set<string>();

  constructor(private readonly database: Database) {}

  /** Once a day for each name and type; nobody waits for it. */
  note(websiteId: string, attributes: Attributes, now: Date): void {
    const day = now.toISOString().slice(0, 10);
    const news = Object.entries(attributes).flatMap(([name, value]) => {
      const type = typeof value;
      const key = `${websiteId} ${day} ${type} ${name}`;
      if (this.written.has(key)) return [];
      if (this.written.size >= MAX_REMEMBERED) this.written.clear();
      this.written.add(key);
      return [{ name, type }];
    });
    if (news.length === 0) return;
    this.database
      .query(NOTE, [websiteId, JSON.stringify(news), day, MAX_OF_A_WEBSITE])
      .catch((error: unknown) => this.logger.warn({ err: error }, 'attributes of visitors could not be noted'));
  }

  async of(websiteId: string): Promise<VisitorAttribute[]> {
    return this.database.query<VisitorAttribute>(OF, [websiteId]);
  }
}

const NOTE = /* sql */ `
insert into visitor_attribute (website_id, name, type, last_seen_on)
select $1, a.name, a.type, $3::date from jsonb_to_recordset($2::jsonb) as a (name text, type text)
 where a.type in ('string', 'number', 'boolean')
   and (exists (select from visitor_attribute v where v.website_id = $1 and v.name = a.name and v.type = a.type)
        or (select count(*) from visitor_attribute v where v.website_id = $1) < $4)
on conflict (website_id, name, type) do update set last_seen_on = excluded.last_seen_on where visitor_attribute.last_seen_on < excluded.last_seen_on`;

const OF = /* sql */ `
select name, array_agg(type order by last_seen_on desc, type) as types, to_char(max(last_seen_on), 'YYYY-MM-DD"T"00:00:00.000"Z"') as "lastSeenAt"
  from visitor_attribute where website_id = $1 group by name order by name limit 1000`;
