import { Injectable, Logger } from '@nestjs/common';
import type { WebsiteSighting } from '#contracts';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';

/** So often a page that keeps asking is noted. */
const NOTED_EVERY_MS = 60_000;
/** Anybody can send any origin: only the latest strangers are kept. */
const STRANGERS_KEPT = 5;
const LONGEST_ORIGIN = 300;
const LONGEST_PAGE = 2000;

export interface Caller {
  readonly origin: string;
  readonly allowed: boolean;
  /** The page's address, where it said one. */
  readonly pageUrl?: string | undefined;
}

/** Remembers which pages asked for a website's chat, so that an admin sees whether it stands where it should. */
@Injectable()
export class Sightings {
  private readonly logger = new Logger(Sightings.name);
  private readonly noted = new BriefMemory<void>(NOTED_EVERY_MS);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Never throws: a note that is lost must not cost a visitor the chat. */
  async saw(websiteId: string, caller: Caller): Promise<void> {
    if (!isOrigin(caller.origin)) return;
    try {
      await this.noted.recall(`${websiteId} ${caller.allowed} ${caller.origin}`, () => this.note(websiteId, caller));
    } catch (error) {
      this.logger.warn({ err: error }, 'it could not be noted that a page asked for the chat');
    }
  }

  /** Latest first. */
  async of(websiteId: string): Promise<readonly WebsiteSighting[]> {
    const rows = await this.database.query<{ origin: string; allowed: boolean; page_url: string | null; seen_at: Date }>(
      `select origin, allowed, page_url, seen_at from website_sighting where website_id = $1 order by seen_at desc, origin limit 100`,
      [websiteId],
    );
    return rows.map((row) => ({ origin: row.origin, allowed: row.allowed, pageUrl: row.page_url, at: row.seen_at.toISOString() }));
  }

  /** When each website's chat was last started by a page that may; websites where it never was are left out. */
  async latest(websiteIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.query<{ website_id: string; at: Date }>(
      `select website_id, max(seen_at) as at from website_sighting where allowed and website_id = any ($1::uuid[]) group by website_id`,
      [websiteIds],
    );
    return new Map(rows.map((row) => [row.website_id, row.at]));
  }

  private async note(websiteId: string, { origin, allowed, pageUrl }: Caller): Promise<void> {
    await this.database.query(
      `insert into website_sighting (website_id, origin, allowed, page_url, seen_at) values ($1, $2, $3, $4, $5)
       on conflict (website_id, origin) do update
         set allowed = excluded.allowed, seen_at = excluded.seen_at, page_url = coalesce(excluded.page_url, website_sighting.page_url)`,
      [websiteId, origin, allowed, pageUrl === undefined ? null : withoutQuery(pageUrl), this.clock.now()],
    );
    if (allowed) return;
    await this.database.query(
      `delete from website_sighting where website_id = $1 and not allowed and origin not in (
         select origin from website_sighting where website_id = $1 and not allowed order by seen_at desc limit $2)`,
      [websiteId, STRANGERS_KEPT],
    );
  }
}

function isOrigin(value: string): boolean {
  return value.length <= LONGEST_ORIGIN && URL.canParse(value) && new URL(value).origin === value;
}

/** What stands behind the path may say who the visitor is. */
function withoutQuery(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return origin === 'null' ? null : `${origin}${pathname}`.slice(0, LONGEST_PAGE);
}
