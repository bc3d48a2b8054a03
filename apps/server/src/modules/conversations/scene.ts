import { Injectable } from '@nestjs/common';
import type { ReplyFailure, SystemEvent, Verdict, VisitorDetails } from '#contracts';
import { countRepeats, understand } from '#understanding';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Queue } from '../handoffs/index.js';
import { Sessions, type MessageRow, type Session } from '../sessions/index.js';
import { Team } from '../team/index.js';
import type { Situation } from '../triggers/index.js';
import { Visitors } from '../visitors/index.js';
import { Websites, type WebsiteSettings } from '../websites/index.js';

/** How much of a conversation the AI is given, and rules look back over. */
const LOOK_BACK_MESSAGES = 40;

/** A conversation at the moment of a decision: everything rules and responders may know. */
export interface Scene {
  readonly session: Session;
  readonly website: WebsiteSettings;
  readonly visitor: VisitorDetails;
  /** The newest messages, in order. */
  readonly messages: readonly MessageRow[];
  /** What the visitor wrote since anybody last answered, as one text; empty when nothing waits. */
  readonly question: string;
  readonly counts: { readonly visitorMessages: number; readonly handoffs: number };
}

/** What the AI made of the question, in the words of the facts. */
export interface AiOutcome {
  readonly verdict: Verdict | null;
  readonly failed: ReplyFailure | null;
  readonly weakStreak: number;
}

@Injectable()
export class Scenes {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly websites: Websites,
    private readonly visitors: Visitors,
    private readonly team: Team,
    private readonly queue: Queue,
    private readonly clock: Clock,
  ) {}

  /** null when the session or its website is gone */
  async of(sessionId: string): Promise<Scene | null> {
    const session = await this.sessions.find(sessionId);
    if (!session || !(await this.websites.exists(session.websiteId))) return null;
    const [website, visitor, messages, [counts]] = await Promise.all([
      this.websites.settings(session.websiteId),
      this.visitors.details(session.visitorId),
      this.database.query<MessageRow>(`select * from (select * from message where session_id = $1 order by seq desc limit $2) newest order by seq`, [
        sessionId,
        LOOK_BACK_MESSAGES,
      ]),
      this.database.query<{ visitor_messages: number; handoffs: number }>(
        `select (select count(*)::int from message where session_id = $1 and author_kind = 'visitor') as visitor_messages,
                (select count(*)::int from handoff where session_id = $1) as handoffs`,
        [sessionId],
      ),
    ]);
    return {
      session,
      website,
      visitor,
      messages,
      question: unanswered(messages)
        .map((message) => message.text)
        .join('\n'),
      counts: { visitorMessages: counts!.visitor_messages, handoffs: counts!.handoffs },
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
      page: session.page ?? null,
      timeZone: website.timeZone,
      lookups: {
        queueWaiting: () => this.queue.waiting(website.id),
        teamOnline: () => this.team.agentsOnline(website.id),
      },
    };
  }
}

/** The visitor's messages that nobody has answered or settled yet. */
function unanswered(messages: readonly MessageRow[]): readonly MessageRow[] {
  const settled = Math.max(0, ...messages.map(settlesUpTo));
  return messages.filter((message) => message.author_kind === 'visitor' && message.seq > settled);
}

/** An answer settles what its author had read, and so does a person's decision: a wish that was turned down must rest. */
function settlesUpTo(message: MessageRow): number {
  switch (message.author_kind) {
    case 'ai':
      // What the visitor wrote while the AI was answering stands before the answer, and still waits.
      return message.ai_answers_seq ?? message.seq;
    case 'agent':
      return message.seq;
    case 'system':
      return message.event !== null && SETTLING.has(message.event.code) ? message.seq : 0;
    case 'visitor':
      return 0;
  }
}

const SETTLING: ReadonlySet<SystemEvent['code']> = new Set(['handoff.returned_to_ai', 'handoff.resolved', 'session.closed']);

function messageOf(scene: Scene): NonNullable<Situation['message']> {
  const waiting = unanswered(scene.messages);
  const earlier = scene.messages.filter((message) => message.author_kind === 'visitor' && message.seq < (waiting[0]?.seq ?? 0));
  return {
    text: scene.question,
    signals: understand(scene.question, { localeHint: scene.session.locale }),
    repeats: countRepeats(
      scene.question,
      earlier.map((message) => message.text),
    ),
  };
}
