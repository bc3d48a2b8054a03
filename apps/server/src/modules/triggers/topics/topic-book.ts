import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { TOPICS, type FactDefinition, type TopicList } from '#contracts';
import { FACTS, type WebsiteValues } from '#rules';
import { compileTopics, type WebsiteTopics } from '#understanding';
import { BriefMemory } from '../../../platform/brief-memory/index.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { Doorbell } from '../../../platform/realtime/index.js';

/** How long a change made in another process may stay unseen; rings make it sooner. */
const LOOKED_AGAIN_AFTER_MS = 1500;

interface Known {
  readonly version: number;
  readonly lists: readonly TopicList[];
  readonly compiled: WebsiteTopics;
}

const NEVER_CHANGED: Known = { version: 0, lists: [], compiled: compileTopics([]) };

/** Every website's topics, compiled, and compiled anew when they changed. */
@Injectable()
export class TopicBook implements OnModuleInit, OnModuleDestroy {
  private readonly versions = new BriefMemory<number>(LOOKED_AGAIN_AFTER_MS);
  private readonly known = new Map<string, Known>();
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.doorbell.answer('topics-changed', (websiteId) => this.versions.forget(websiteId));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** What `understand` is to be given for messages of the website. */
  async of(websiteId: string): Promise<WebsiteTopics> {
    return (await this.look(websiteId)).compiled;
  }

  /** What the fact `message.topics` may hold at the website: the built-in topics and its own. */
  async keys(websiteId: string): Promise<readonly string[]> {
    return [...TOPICS, ...(await this.of(websiteId)).keys];
  }

  /** What facts may be at a website, where websites differ. @param websiteId absent: at one that changed nothing */
  async values(websiteId: string | undefined): Promise<WebsiteValues> {
    return { 'message.topics': websiteId === undefined ? TOPICS : await this.keys(websiteId) };
  }

  /** The same for who holds a transaction: topics as they are in it. */
  async valuesWithin(tx: Transaction, websiteId: string): Promise<WebsiteValues> {
    const { compiled } = await this.read(tx, websiteId);
    return { 'message.topics': [...TOPICS, ...compiled.keys] };
  }

  /** Every fact, with the values it may have at the website. */
  async facts(websiteId: string | undefined): Promise<FactDefinition[]> {
    const values = await this.values(websiteId);
    return FACTS.map((fact) => (values[fact.name] ? { ...fact, values: values[fact.name]! } : fact));
  }

  private async look(websiteId: string): Promise<Known> {
    const version = await this.versions.recall(websiteId, () => this.versionOf(websiteId));
    if (version === 0) return NEVER_CHANGED;
    const known = this.known.get(websiteId);
    if (known?.version === version) return known;
    const read = await this.read(this.database, websiteId);
    this.known.set(websiteId, read);
    return read;
  }

  private async versionOf(websiteId: string): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(
      `select coalesce(max(version), 0)::int as version from topic_lists where website_id = $1`,
      [websiteId],
    );
    return row!.version;
  }

  private async read(reader: Pick<Database, 'query'>, websiteId: string): Promise<Known> {
    const [row] = await reader.query<{ version: number; topics: TopicList[] }>(
      `select version, topics from topic_lists where website_id = $1 order by version desc limit 1`,
      [websiteId],
    );
    return row ? { version: row.version, lists: row.topics, compiled: compileTopics(row.topics) } : NEVER_CHANGED;
  }
}
