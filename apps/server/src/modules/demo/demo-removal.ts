import { Injectable } from '@nestjs/common';
import { Member } from '../../platform/access/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Broadcaster, Doorbell } from '../../platform/realtime/index.js';
import { Credentials } from '../auth/index.js';
import { Handoffs } from '../handoffs/index.js';
import { Websites } from '../websites/index.js';
import { DemoDataHasTheOnlyAdmin } from './demo-data.problems.js';
import { IS_DEMO_PERSON } from './demo-people.js';

const DEADLOCK = '40P01';
const FOREIGN_KEY_VIOLATION = '23503';
const MOST_ATTEMPTS = 5;

/**
 * Everything that belongs to a website, what refers before what is referred to. A website is otherwise never deleted but
 * hidden, because a customer's records are kept; the demo has none. The views' counts follow the handoffs by themselves.
 */
export const TABLES_OF_A_WEBSITE = [
  'note',
  'handoff_event',
  'handoff',
  'rating',
  'ai_turn',
  'suggestion',
  'handoff_offer',
  'rule_decision',
  'visitor_token',
  'message',
  'session_words',
  'session',
  'visitor',
  'visitor_attribute',
  'knowledge_question',
  'knowledge_article',
  'knowledge_model',
  'knowledge_training_failure',
  'trigger_rule_version',
  'trigger_rule',
  'topic_lists',
  'domain_event',
  'api_key',
  'team',
  'membership',
  'website_sighting',
] as const;

/** Takes the demo's websites and people out of the installation, with all that was added to them meanwhile. */
@Injectable()
export class DemoRemoval {
  constructor(
    private readonly database: Database,
    private readonly handoffs: Handoffs,
    private readonly websites: Websites,
    private readonly credentials: Credentials,
    private readonly broadcaster: Broadcaster,
    private readonly doorbell: Doorbell,
  ) {}

  /** Visitors of other websites who talk with one of the demo's people must not be left with nobody. */
  async backToTheQueue(): Promise<void> {
    const held = await this.database.query<{ id: string; website_id: string; assignee_id: string; name: string }>(
      `select h.id, h.website_id, h.assignee_id, u.name
         from handoff h join app_user u on u.id = h.assignee_id join website w on w.id = h.website_id
        where h.status = 'claimed' and ${IS_DEMO_PERSON} and not w.demo`,
    );
    for (const { id, website_id, assignee_id, name } of held) {
      const self = new Member(assignee_id, name, [{ websiteId: website_id, permissions: ['handoff.view', 'handoff.claim'] }]);
      await this.handoffs.release(self, id);
    }
  }

  /** Visitors go on writing while it is removed: whoever was in the way is through a moment later. */
  async inTurn(work: (tx: Transaction) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.transaction(work);
      } catch (error) {
        const { code } = error as { code?: unknown };
        if ((code !== DEADLOCK && code !== FOREIGN_KEY_VIOLATION) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  /** @throws DemoDataHasTheOnlyAdmin */
  async run(tx: Transaction, now: Date): Promise<void> {
    if (!(await this.leavesAnAdmin(tx))) throw new DemoDataHasTheOnlyAdmin();
    const websiteIds = await this.stillHeld(tx);
    await this.cutVisitors(tx, websiteIds);
    for (const table of TABLES_OF_A_WEBSITE) await tx.query(`delete from ${table} where website_id = any ($1::uuid[])`, [websiteIds]);
    await tx.query(`delete from website where id = any ($1::uuid[])`, [websiteIds]);
    for (const id of websiteIds) {
      this.websites.forgetAfter(tx, id);
      tx.afterCommit(() => {
        this.doorbell.ring('rules-changed', id);
        this.doorbell.ring('knowledge-changed', id);
      });
    }
    await this.dismissPeople(tx, now);
  }

  /** Somebody who is not the demo's, can sign in, and administers everything. Inside a transaction they stay so until its end. */
  async leavesAnAdmin(where: Pick<Database, 'query'>): Promise<boolean> {
    const admins = await where.query(
      `select 1 from app_user u join membership m on m.user_id = u.id
        where u.active and u.password_hash is not null and not ${IS_DEMO_PERSON} and m.website_id is null and m.role = 'admin'
        limit 1 for share of u, m`,
    );
    return admins.length > 0;
  }

  /** Sessions before websites, as everybody takes them; from then on nobody can begin or add anything there. */
  private async stillHeld(tx: Transaction): Promise<readonly string[]> {
    await tx.query(`select 1 from session s join website w on w.id = s.website_id where w.demo order by s.id for update of s`);
    const websites = await tx.query<{ id: string }>(`select id from website where demo order by id for update`);
    return websites.map(({ id }) => id);
  }

  private async cutVisitors(tx: Transaction, websiteIds: readonly string[]): Promise<void> {
    const connected = await tx.query<{ session_id: string }>(
      `select distinct session_id from visitor_token where website_id = any ($1::uuid[]) and revoked_at is null`,
      [websiteIds],
    );
    tx.afterCommit(() => connected.forEach(({ session_id }) => this.broadcaster.disconnectVisitorToken(session_id)));
  }

  private async dismissPeople(tx: Transaction, now: Date): Promise<void> {
    const people = await tx.query<{ id: string }>(`select u.id from app_user u where ${IS_DEMO_PERSON} for update`);
    for (const { id } of people) {
      await this.credentials.revokeAll(tx, id);
      await tx.query(`update handoff set preferred_assignee_id = null where preferred_assignee_id = $1`, [id]);
      if (await this.couldDelete(tx, id)) continue;
      await tx.query(`delete from membership where user_id = $1`, [id]);
      await tx.query(`delete from team_member where user_id = $1`, [id]);
      await tx.query(`update app_user set active = false, password_hash = null, updated_at = $2 where id = $1`, [id, now]);
    }
  }

  /** False for somebody who left a trace in what stays: they are named there for good, so only their account ends. */
  private async couldDelete(tx: Transaction, userId: string): Promise<boolean> {
    await tx.query(`savepoint demo_person`);
    try {
      await tx.query(`delete from app_user where id = $1`, [userId]);
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code !== FOREIGN_KEY_VIOLATION) throw error;
      await tx.query(`rollback to savepoint demo_person`);
      return false;
    }
  }
}
