import { Injectable } from '@nestjs/common';
import type { PageInfo, ReplyFailure, SessionOwner, Verdict, VisitorDetails } from '#contracts';
import { countRepeats, understand, type WebsiteTopics } from '#understanding';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Queue } from '../handoffs/index.js';
import { Team } from '../team/index.js';
import { TopicBook, type Situation } from '../triggers/index.js';
import { Websites, type WebsiteSettings } from '../websites/index.js';
import type { MessageThen } from './recent-messages.js';
import { SceneReader } from './scene-reader.js';
import { unanswered } from './unanswered.js';

/** How old the number of waiting visitors or of agents online may be when rules ask. */
const SURROUNDINGS_MS = 1000;

/** A conversation at the moment of a decision: everything rules and responders may know. */
export interface Scene {
  readonly session: SessionThen;
  readonly website: WebsiteSettings;
  readonly topics: WebsiteTopics;
  readonly visitor: Pick<VisitorDetails, 'email' | 'verified' | 'attributes'>;
  /** The newest messages, in order. */
  readonly messages: readonly MessageThen[];
  /** What the visitor wrote since anybody last answered, as one text, the newest of it; empty when nothing waits. */
  readonly question: string;
  /** A person was offered, and the visitor has not answered yet. */
  readonly offerId: string | null;
  readonly counts: { readonly visitorMessages: number; readonly handoffs: number };
}

/** The session as it stood then; who changes it locks it first and looks again. */
export interface SessionThen {
  readonly id: string;
  readonly websiteId: string;
  readonly owner: SessionOwner;
  readonly epoch: number;
  readonly lastSeq: number;
  readonly locale: string;
  readonly weakStreak: number;
  readonly startedAt: Date;
  readonly tags: readonly string[];
  readonly page: PageInfo | null;
}

/** What the AI made of the question, in the words of the facts. */
export interface AiOutcome {
  readonly verdict: Verdict | null;
  readonly failed: ReplyFailure | null;
  readonly weakStreak: number;
}

@Injectable()
export class Scenes {
  /** Kept with every turn, so asked once for all turns of a moment. */
  private readonly waiting = new BriefMemory<number>(SURROUNDINGS_MS);
  private readonly online = new BriefMemory<number>(SURROUNDINGS_MS);

  constructor(
    private readonly reader: SceneReader,
    private readonly websites: Websites,
    private readonly team: Team,
    private readonly queue: Queue,
    private readonly topics: TopicBook,
    private readonly clock: Clock,
  ) {}

  /** null when the session or its website is gone */
  async of(sessionId: string): Promise<Scene | null> {
    const row = await this.reader.read(sessionId);
    if (!row || !(await this.websites.exists(row.website_id))) return null;
    return {
      session: {
        id: row.id,
        websiteId: row.website_id,
        owner: row.owner,
        epoch: row.epoch,
        lastSeq: row.last_seq,
        locale: row.locale,
        weakStreak: row.weak_streak,
        startedAt: row.started_at,
        tags: row.tags,
        page: row.page,
      },
      website: await this.websites.settings(row.website_id),
      topics: await this.topics.of(row.website_id),
      visitor: { email: row.email, verified: row.verified, attributes: row.attributes },
      messages: row.messages,
      question: unanswered(row.messages, row.offer_id)
        .map((message) => message.text)
        .join('\n'),
      offerId: row.offer_id,
      counts: { visitorMessages: row.visitor_messages, handoffs: row.handoffs },
    };
  }

  /** The facts' raw material. @param message false when nothing was written, e.g. a press of the button */
  situation(
    scene: Scene,
    about: { readonly message: boolean; readonly requestedVia: Situation['requestedVia']; readonly ai: AiOutcome | null },
  ): Situation {
    const { session, website, visitor } = scene;
    return {
      now: this.clock.now(),
      message: about.message && scene.question !== '' ? messageOf(scene) : null,
      requestedVia: about.requestedVia,
      ai: about.ai && {
        confidence: about.ai.verdict?.confidence ?? null,
        answered: about.ai.verdict?.answered ?? false,
        failed: about.ai.failed,
        weakStreak: about.ai.weakStreak,
        complexity: about.ai.verdict?.complexity ?? null,
      },
      session: {
        startedAt: session.startedAt,
        messages: session.lastSeq,
        visitorMessages: scene.counts.visitorMessages,
        handoffs: scene.counts.handoffs,
        tags: session.tags,
      },
      visitor: { email: visitor.email, verified: visitor.verified, attributes: visitor.attributes },
      page: session.page,
      timeZone: website.timeZone,
      mode: website.mode,
      lookups: {
        queueWaiting: () => this.waiting.recall(website.id, () => this.queue.waiting(website.id)),
        teamOnline: () => this.online.recall(website.id, () => this.team.agentsOnline(website.id)),
      },
    };
  }
}

/** Where a decision about this moment belongs. */
export function aboutOf({ session }: Scene): { readonly sessionId: string; readonly seq: number } {
  return { sessionId: session.id, seq: session.lastSeq };
}

function messageOf(scene: Scene): NonNullable<Situation['message']> {
  const waiting = unanswered(scene.messages, scene.offerId);
  const earlier = scene.messages.filter((message) => message.author === 'visitor' && message.seq < (waiting[0]?.seq ?? 0));
  return {
    text: scene.question,
    signals: understand(scene.question, { localeHint: scene.session.locale, topics: scene.topics }),
    repeats: countRepeats(scene.question, earlier),
  };
}
