import { Injectable } from '@nestjs/common';
import { TOPICS, type FieldError, type SaveTopicLists, type TopicList, type TopicLists, type TopicListsVersion } from '#contracts';
import { topicListProblems } from '#understanding';
import type { Member } from '../../../platform/access/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { Forbidden, InvalidInput, NotFound } from '../../../platform/problems/index.js';
import { Doorbell } from '../../../platform/realtime/index.js';
import { Audit } from '../../audit/index.js';
import { TopicsChanged } from './topic.problems.js';

const MAX_VERSIONS_LISTED = 200;

interface Row {
  readonly version: number;
  readonly topics: readonly TopicList[];
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly created_at: Date;
}

/** What people do with a website's topics. Every change is a new version; none is ever written over. */
@Injectable()
export class TopicListsAdmin {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  async get(member: Member, websiteId: string): Promise<TopicLists> {
    await this.mustSee(member, websiteId);
    return this.current(this.database, websiteId);
  }

  /** Newest first. */
  async versions(member: Member, websiteId: string): Promise<TopicListsVersion[]> {
    await this.mustSee(member, websiteId);
    const rows = await this.rows(this.database, websiteId, MAX_VERSIONS_LISTED);
    return rows.map((row) => ({ version: row.version, topics: row.topics, author: authorOf(row), createdAt: row.created_at.toISOString() }));
  }

  async save(member: Member, websiteId: string, given: SaveTopicLists): Promise<TopicLists> {
    await this.mustEdit(member, websiteId);
    const topics = tidied(given.topics);
    refuse(topicListProblems(topics));
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, websiteId);
      if (before.version !== given.version) throw new TopicsChanged(before);
      return this.write(tx, member, websiteId, before, topics, 'updated', {});
    });
  }

  /** The old lists become the newest version; nothing in between is lost. */
  async rollBack(member: Member, websiteId: string, version: number): Promise<TopicLists> {
    await this.mustEdit(member, websiteId);
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, websiteId);
      const [row] = await tx.query<Row>(`select topics from topic_lists where website_id = $1 and version = $2`, [websiteId, version]);
      if (!row) throw new NotFound('topics version');
      return this.write(tx, member, websiteId, before, row.topics, 'rolled_back', { to: version });
    });
  }

  /** @throws NotFound, also when it is not the member's to see */
  async mustSee(member: Member, websiteId: string): Promise<void> {
    const seen = member.can('rule.view', websiteId);
    const [website] = seen ? await this.database.query(`select 1 from website where id = $1 and deleted_at is null`, [websiteId]) : [];
    if (!website) throw new NotFound('website');
  }

  private async mustEdit(member: Member, websiteId: string): Promise<void> {
    await this.mustSee(member, websiteId);
    if (!member.can('rule.edit', websiteId)) throw new Forbidden();
  }

  /** Changes to one website's rules and topics wait for one another. */
  private async lock(tx: Transaction, websiteId: string): Promise<TopicLists> {
    await tx.query(`select 1 from website where id = $1 for no key update`, [websiteId]);
    return this.current(tx, websiteId);
  }

  private async write(
    tx: Transaction,
    member: Member,
    websiteId: string,
    before: TopicLists,
    topics: readonly TopicList[],
    what: string,
    details: object,
  ): Promise<TopicLists> {
    refuse(await this.rulesLeftAlone(tx, websiteId, gone(before.topics, topics)));
    const version = before.version + 1;
    await tx.query(`insert into topic_lists (website_id, version, topics, author_id, created_at) values ($1, $2, $3, $4, $5)`, [
      websiteId,
      version,
      JSON.stringify(topics),
      member.userId,
      this.clock.now(),
    ]);
    await this.audit.record(tx, {
      actor: member,
      action: `topics.${what}`,
      subject: { type: 'website', id: websiteId },
      websiteId,
      details: { version, ...details },
    });
    tx.afterCommit(() => this.doorbell.ring('topics-changed', websiteId));
    return this.current(tx, websiteId);
  }

  /** A rule that asks for a topic that is no more would never fire again, and nobody would know. */
  private async rulesLeftAlone(tx: Transaction, websiteId: string, keys: readonly string[]): Promise<FieldError[]> {
    if (keys.length === 0) return [];
    const rules = await tx.query<{ name: string; key: string }>(
      `select r.name, k.key
         from trigger_rule r join trigger_rule_version v on v.rule_id = r.id and v.version = r.version
              cross join unnest($2::text[]) k (key)
        where r.website_id = $1
          and jsonb_path_exists(v.conditions, '$.** ? (@.fact == "message.topics") ? (@.value == $key || @.value[*] == $key)', jsonb_build_object('key', k.key))
        order by r.name limit 5`,
      [websiteId, keys],
    );
    return rules.map(({ name, key }) => ({ path: 'topics', message: `the rule “${name}” asks for the topic “${key}”; change the rule first` }));
  }

  private async current(reader: Pick<Database, 'query'>, websiteId: string): Promise<TopicLists> {
    const [row] = await this.rows(reader, websiteId, 1);
    if (!row) return { version: 0, topics: [], updatedAt: null, updatedBy: null };
    return { version: row.version, topics: row.topics, updatedAt: row.created_at.toISOString(), updatedBy: authorOf(row) };
  }

  private rows(reader: Pick<Database, 'query'>, websiteId: string, limit: number): Promise<Row[]> {
    return reader.query<Row>(
      `select t.version, t.topics, t.created_at, t.author_id, u.name as author_name
         from topic_lists t left join app_user u on u.id = t.author_id
        where t.website_id = $1 order by t.version desc limit $2`,
      [websiteId, limit],
    );
  }
}

function refuse(problems: readonly FieldError[]): void {
  if (problems.length > 0) throw new InvalidInput(problems);
}

/** Keys of topics that were there before and are no longer; built-in ones always are. */
function gone(before: readonly TopicList[], after: readonly TopicList[]): string[] {
  const kept = new Set<string>([...TOPICS, ...after.map(({ key }) => key)]);
  return before.map(({ key }) => key).filter((key) => !kept.has(key));
}

function tidied(topics: readonly TopicList[]): TopicList[] {
  return topics.map(({ key, label, words }) => ({
    key,
    label: label === null ? null : label.trim(),
    words: words
      .map(({ language, added, off }) => ({ language, added: added.map((word) => word.trim().replace(/\s+/g, ' ')), off: [...new Set(off)] }))
      .filter(({ added, off }) => added.length > 0 || off.length > 0),
  }));
}

function authorOf({ author_id: id, author_name: name }: Row): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}
