import { Injectable } from '@nestjs/common';
import type { ReplyFailure } from '#contracts';
import { understand } from '#understanding';
import { newId, type Transaction } from '../../platform/database/index.js';
import { Member } from '../../platform/access/index.js';
import { Handoff, HandoffOpening, HandoffRecord, SYSTEM, asActor, visitorActor } from '../handoffs/index.js';
import { Notes } from '../notes/index.js';
import { Sessions, SpeechWriter, Suggestions, type Session, type Speech } from '../sessions/index.js';
import { Triggers, type FiredRule, type Situation } from '../triggers/index.js';
import { Visitors } from '../visitors/index.js';
import type { DemoStory, Line } from './stories.js';

export interface Stage {
  readonly websiteIds: Readonly<Record<DemoStory['site'], string>>;
  readonly agents: Readonly<Record<'ana' | 'bea', { readonly id: string; readonly name: string }>>;
  readonly articleIds: ReadonlyMap<string, string>;
  readonly now: Date;
}

const MINUTE_MS = 60_000;
const BETWEEN_LINES_MS = 25_000;
const CONFIDENCE_THRESHOLD = 0.5;

/** Plays a story of the past through the same writers, lifecycle and rules that live conversations go through. */
@Injectable()
export class StoryPlayer {
  constructor(
    private readonly sessions: Sessions,
    private readonly writer: SpeechWriter,
    private readonly suggestions: Suggestions,
    private readonly visitors: Visitors,
    private readonly triggers: Triggers,
    private readonly opening: HandoffOpening,
    private readonly record: HandoffRecord,
    private readonly notes: Notes,
  ) {}

  /** Asks the website's rules what the story needs to know; outside the transaction, because they are read from what is committed. */
  async rehearse(stage: Stage, story: DemoStory): Promise<FiredRule | null> {
    const at = story.lines.findIndex((line) => 'handoff' in line);
    const line = story.lines[at];
    if (!line || !('handoff' in line)) return null;
    const said = story.lines.slice(0, at).findLast((earlier) => 'visitor' in earlier);
    const decision = await this.triggers.decide({
      stage: AFTER_REPLY.has(line.handoff) ? 'after_reply' : 'before_reply',
      websiteId: stage.websiteIds[story.site],
      situation: situation(stage, story, line, said && 'visitor' in said ? said.visitor : ''),
    });
    const rule = decision.fired.find((fired) => fired.action.type === 'handoff');
    if (!rule) throw new Error(`No rule fires where the demo story of ${story.visitor.name ?? 'a visitor'} says so (${line.handoff}).`);
    return rule;
  }

  async play(tx: Transaction, stage: Stage, story: DemoStory, rule: FiredRule | null): Promise<void> {
    const websiteId = stage.websiteIds[story.site];
    const locale = story.locale ?? 'en';
    const startedAt = new Date(stage.now.getTime() - story.minutesAgo * MINUTE_MS);
    const visitor = await this.visitors.create(tx, websiteId, story.visitor, { locale, timeZone: 'Europe/Berlin', now: startedAt });
    const [title, path] = story.page;
    const session = this.sessions.open(tx, {
      websiteId,
      visitorId: visitor.id,
      locale,
      page: { title, url: `https://northwind.example${path}` },
      previousSessionId: null,
      now: startedAt,
    });
    await tx.em.flush();

    const scene: Playing = { tx, stage, session, rule, at: startedAt, handoff: null, agent: null };
    for (const line of story.lines) {
      await this.say(scene, line);
      // A story must not reach into the future, however many lines it has.
      scene.at = new Date(Math.min(scene.at.getTime() + BETWEEN_LINES_MS, stage.now.getTime()));
    }
    if (story.end) await this.end(scene, story.end);
    if (story.rating) {
      await tx.query(`insert into rating (session_id, website_id, score, created_at) values ($1, $2, $3, $4)`, [
        session.id,
        websiteId,
        story.rating,
        scene.at,
      ]);
    }
    if (story.end) await tx.query(`update session set team_read_seq = last_seq where id = $1`, [session.id]);
  }

  private async say(scene: Playing, line: Line): Promise<void> {
    if ('minutes' in line) scene.at = new Date(Math.min(scene.at.getTime() + line.minutes * MINUTE_MS, scene.stage.now.getTime()));
    else if ('visitor' in line)
      await this.speak(scene, { author: { kind: 'visitor', id: scene.session.visitorId, name: null }, text: line.visitor, fence: { kind: 'open' } });
    else if ('ai' in line) await this.answer(scene, line);
    else if ('agent' in line) await this.reply(scene, line.agent);
    else if ('handoff' in line) await this.handOff(scene, line);
    else if ('claim' in line) await this.claim(scene, line.claim);
    else await this.note(scene, line.note);
  }

  private async answer(scene: Playing, line: Extract<Line, { ai: string }>): Promise<void> {
    const articleId = line.from ? scene.stage.articleIds.get(line.from) : undefined;
    await this.speak(scene, {
      author: { kind: 'ai', id: null, name: null },
      text: line.ai,
      fence: { kind: 'ai', epoch: scene.session.epoch },
      ai: {
        confidence: line.sure,
        sources: line.from && articleId ? [{ articleId, title: line.from, quote: line.ai }] : [],
        responder: 'knowledge',
        millis: 12,
      },
    });
  }

  private async reply(scene: Playing, text: string): Promise<void> {
    const agent = scene.agent!;
    await this.speak(scene, {
      author: { kind: 'agent', id: agent.id, name: agent.name },
      text,
      fence: { kind: 'agent', userId: agent.id, epoch: scene.session.epoch },
    });
  }

  private async handOff(scene: Playing, line: HandoffLine): Promise<void> {
    const rule = scene.rule!;
    const { handoff } = await this.opening.open(
      scene.tx,
      scene.session,
      {
        trigger: rule.trigger,
        code: rule.code,
        reason: rule.reason,
        rule: { id: rule.ruleId, version: rule.version },
        evidence: rule.evidence,
        priority: line.priority ?? rule.action.priority ?? 'normal',
        teamId: null,
        message: rule.action.message ?? null,
        actor: SYSTEM,
      },
      scene.at,
    );
    scene.handoff = handoff;
    if (!line.draft) return;
    await this.suggestions.keep(scene.tx, {
      websiteId: scene.session.websiteId,
      sessionId: scene.session.id,
      afterSeq: handoff.openedSeq,
      text: line.draft,
      confidence: line.sure ?? null,
      sources: [],
      responder: 'knowledge',
      why: 'withheld',
      at: scene.at,
    });
  }

  private async claim(scene: Playing, who: 'ana' | 'bea'): Promise<void> {
    const agent = scene.stage.agents[who];
    scene.agent = agent;
    scene.handoff!.giveTo(agent.id, scene.at);
    scene.session.toAgent(agent.id, scene.at);
    await this.sessions.say(scene.tx, scene.session, { code: 'handoff.claimed', agent: agent.name }, scene.at);
    await this.record.add(scene.tx, scene.handoff!, { kind: 'claimed', actor: this.actor(scene), details: { assignee: agent }, at: scene.at });
  }

  private async note(scene: Playing, body: string): Promise<void> {
    const author = scene.agent ?? scene.stage.agents.bea;
    const { session, handoff, at } = scene;
    await this.notes.write(scene.tx, { websiteId: session.websiteId, handoffId: handoff!.id, sessionId: session.id, author, body, at });
    await this.record.add(scene.tx, handoff!, { kind: 'noted', actor: { kind: 'agent', ...author }, at });
  }

  private async end(scene: Playing, how: NonNullable<DemoStory['end']>): Promise<void> {
    const { tx, session, handoff, at } = scene;
    if (how === 'resolved') handoff!.resolve(at);
    else if (handoff) handoff.cancel(how === 'returned_to_ai' ? 'returned_to_ai' : 'closed', at);
    if (how === 'returned_to_ai') session.toAi(at);
    else session.close(at);
    const code = how === 'resolved' ? 'handoff.resolved' : how === 'returned_to_ai' ? 'handoff.returned_to_ai' : 'session.closed';
    await this.sessions.say(tx, session, { code }, at);
    if (handoff)
      await this.record.add(tx, handoff, {
        kind: how === 'resolved' ? 'resolved' : 'cancelled',
        actor: this.actor(scene),
        details: { outcome: handoff.outcome },
        at,
      });
  }

  private async speak(scene: Playing, speech: Pick<Speech, 'author' | 'text' | 'fence'> & Partial<Speech>): Promise<void> {
    const outcome = await this.writer.writeWithin(scene.tx, {
      messageId: newId(scene.at.getTime()),
      sessionId: scene.session.id,
      websiteId: scene.session.websiteId,
      attachments: [],
      clientId: newId(),
      event: null,
      ai: null,
      turnId: null,
      at: scene.at,
      ...speech,
    });
    if (outcome.kind !== 'written') throw new Error(`A line of a demo story was ${outcome.kind}.`);
    // The statement counts in the database; the entity must not write an older count over it.
    scene.session.lastSeq = outcome.row.seq;
  }

  private actor(scene: Playing) {
    return scene.agent ? asActor(new Member(scene.agent.id, scene.agent.name, [])) : visitorActor(scene.session.visitorId);
  }
}

const AFTER_REPLY: ReadonlySet<string> = new Set(['weak', 'no_answer', 'unavailable']);

function situation(stage: Stage, story: DemoStory, line: HandoffLine, text: string): Situation {
  const locale = story.locale ?? 'en';
  return {
    now: stage.now,
    message: { text, signals: understand(text, { localeHint: locale }), repeats: 0 },
    requestedVia: line.handoff === 'button' ? 'button' : null,
    ai: AFTER_REPLY.has(line.handoff) ? aiFacts(line) : null,
    session: { startedAt: new Date(stage.now.getTime() - story.minutesAgo * MINUTE_MS), messages: 1, visitorMessages: 1, handoffs: 0, tags: [] },
    visitor: { email: story.visitor.email ?? null, verified: false, attributes: {} },
    page: { title: story.page[0] },
    timeZone: 'Europe/Berlin',
    mode: 'always',
    lookups: { queueWaiting: () => Promise.resolve(0), teamOnline: () => Promise.resolve(0) },
  };
}

function aiFacts(line: HandoffLine): NonNullable<Situation['ai']> {
  const failed: ReplyFailure | null = line.handoff === 'unavailable' ? 'timeout' : null;
  return {
    confidence: failed ? null : (line.sure ?? CONFIDENCE_THRESHOLD / 2),
    answered: line.handoff === 'weak',
    failed,
    weakStreak: 1,
    complexity: null,
  };
}

type HandoffLine = Extract<Line, { handoff: string }>;

interface Playing {
  readonly tx: Transaction;
  readonly stage: Stage;
  readonly session: Session;
  readonly rule: FiredRule | null;
  at: Date;
  handoff: Handoff | null;
  agent: { readonly id: string; readonly name: string } | null;
}
