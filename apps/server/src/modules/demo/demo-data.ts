import { Injectable } from '@nestjs/common';
import type { DemoData as DemoDataBody } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { forgetFact, recallFact, recordFact } from '../../platform/installation/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';
import { Audit, type Actor } from '../audit/index.js';
import { DemoRemoval } from './demo-removal.js';
import { DemoStage, type DemoCast, type DemoTeam } from './demo-stage.js';
import { IS_DEMO_PERSON } from './demo-people.js';
import { STORIES } from './stories.js';
import { StoryPlayer, type Stage } from './story-player.js';

const FACT = 'demo_data';

interface Loaded extends DemoCast {
  readonly state: 'loading' | 'loaded';
  /** ISO 8601 */
  readonly since: string;
}

/**
 * The demo data as a whole: there or not. Its websites and people come in one transaction and its conversations in a
 * second, because rules are read from what is committed; what was broken off between the two is finished by whoever
 * loads next. Everybody takes turns, so that racing calls end in one set or in none.
 */
@Injectable()
export class DemoData {
  constructor(
    private readonly database: Database,
    private readonly stage: DemoStage,
    private readonly player: StoryPlayer,
    private readonly removal: DemoRemoval,
    private readonly audit: Audit,
    private readonly broadcaster: Broadcaster,
    private readonly clock: Clock,
  ) {}

  async of(member: Member): Promise<DemoDataBody> {
    this.mustBeAllowed(member);
    const loaded = await recallFact<Loaded>(this.database, FACT);
    const websites = await this.database.query<{ id: string; name: string }>(
      `select id, name from website where demo and deleted_at is null order by created_at, id`,
    );
    const [counts] = await this.database.query<{ people: number; conversations: number; includes_you: boolean }>(
      `select (select count(*)::int from app_user u where ${IS_DEMO_PERSON} and u.active) as people,
              (select count(*)::int from session s join website w on w.id = s.website_id where w.demo and w.deleted_at is null) as conversations,
              exists (select 1 from app_user u where ${IS_DEMO_PERSON} and u.id = $1) as includes_you`,
      [member.userId],
    );
    return {
      state: loaded?.state ?? 'absent',
      loadedAt: loaded?.since ?? null,
      websites,
      people: counts!.people,
      conversations: counts!.conversations,
      includesYou: counts!.includes_you,
      removable: await this.removal.leavesAnAdmin(this.database),
    };
  }

  /** Adds the demo beside what is there; changes nothing when it is there already. */
  async load(member: Member): Promise<DemoDataBody> {
    this.mustBeAllowed(member);
    await this.begin(member, { runsTheInstallation: false });
    await this.finish(member);
    return this.of(member);
  }

  /** Takes away all that came with the demo and all that was added to it; changes nothing when it is not there. */
  async remove(member: Member): Promise<DemoDataBody> {
    this.mustBeAllowed(member);
    if (await recallFact(this.database, FACT)) {
      await this.removal.backToTheQueue();
      await this.removal.inTurn(async (tx) => {
        await takeTurns(tx);
        if (!(await recallFact(tx, FACT))) return;
        await this.removal.run(tx, this.clock.now());
        await forgetFact(tx, FACT);
        await this.tell(tx, member, 'removed');
      });
    }
    return this.of(member);
  }

  /**
   * The first half: websites, articles and people.
   * @param when asked while nobody else can load or remove
   * @returns whether it was this call that did it
   */
  begin(actor: Actor, team: DemoTeam, when: (tx: Transaction) => Promise<boolean> = () => Promise.resolve(true)): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await takeTurns(tx);
      if ((await recallFact(tx, FACT)) || !(await when(tx))) return false;
      const now = this.clock.now();
      const cast = await this.stage.set(tx, team);
      await recordFact(tx, FACT, { state: 'loading', since: now.toISOString(), ...cast } satisfies Loaded, now);
      await this.tell(tx, actor, 'loaded');
      return true;
    });
  }

  /** The second half: conversations. Does nothing where the first is missing or the second is done. */
  async finish(actor: Actor): Promise<void> {
    const loaded = await recallFact<Loaded>(this.database, FACT);
    if (loaded?.state !== 'loading') return;
    const stage = await this.stageOf(loaded);
    const stories = [...STORIES].sort((a, b) => b.minutesAgo - a.minutesAgo);
    const rules = await Promise.all(stories.map((story) => this.player.rehearse(stage, story)));
    await this.database.transaction(async (tx) => {
      await takeTurns(tx);
      const now = await recallFact<Loaded>(tx, FACT);
      // Another call has played them, or removed the stage, while this one rehearsed.
      if (now?.state !== 'loading' || now.since !== loaded.since) return;
      for (const [index, story] of stories.entries()) await this.player.play(tx, stage, story, rules[index]!);
      await recordFact(tx, FACT, { ...loaded, state: 'loaded' } satisfies Loaded, this.clock.now());
      this.everybodyLooksAgain(tx, await this.everybody(tx));
      await this.audit.record(tx, { actor, action: 'demo_data.completed', subject: { type: 'demo_data', id: null } });
    });
  }

  private async stageOf({ websiteIds, agentIds }: DemoCast): Promise<Stage> {
    const people = await this.database.query<{ id: string; name: string }>(`select id, name from app_user where id = any ($1::uuid[])`, [
      Object.values(agentIds),
    ]);
    const articles = await this.database.query<{ id: string; title: string }>(
      `select id, title from knowledge_article where website_id = any ($1::uuid[])`,
      [Object.values(websiteIds)],
    );
    const named = (id: string) => people.find((person) => person.id === id)!;
    return {
      websiteIds,
      agents: { ana: named(agentIds.ana), bea: named(agentIds.bea) },
      articleIds: new Map(articles.map(({ title, id }) => [title, id])),
      now: this.clock.now(),
    };
  }

  private async tell(tx: Transaction, actor: Actor, what: 'loaded' | 'removed'): Promise<void> {
    await this.audit.record(tx, { actor, action: `demo_data.${what}`, subject: { type: 'demo_data', id: null } });
    this.everybodyLooksAgain(tx, await this.everybody(tx));
  }

  private async everybody(tx: Transaction): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(`select id from app_user where active`)).map(({ id }) => id);
  }

  /** Websites came or went: whoever is connected comes back at once, watches the inboxes there are now, and reads them anew. */
  private everybodyLooksAgain(tx: Transaction, userIds: readonly string[]): void {
    tx.afterCommit(() => userIds.forEach((id) => this.broadcaster.disconnectUser(id)));
  }

  /** It adds and removes websites and people, on the whole installation. */
  private mustBeAllowed(member: Member): void {
    member.mustEverywhere('website.create');
    member.mustEverywhere('user.edit');
  }
}

async function takeTurns(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('baton.demo_data'))`);
}
