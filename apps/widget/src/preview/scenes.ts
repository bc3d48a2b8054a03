import type { AuthorKind, Message, SystemEvent, VisitorSession } from '#contracts';
import type { ConversationState } from '../connection/conversation.js';
import type { PreviewRequest } from './request.js';
import { talkIn } from './talks.js';

const SESSION = 'preview';
const AGENT = 'Ana';
const MINUTE_MS = 60_000;
const WAIT_SECONDS = 240;

/** The state a conversation would be in, made up from start to end: nothing here was ever asked of a server. */
export function stateFor({ name, locale, theme, scene }: PreviewRequest, now: Date): ConversationState {
  const talk = talkIn(locale);
  const messages: Message[] = [];
  const say = (kind: AuthorKind, text: string, more: Partial<Message> = {}): void => {
    const seq = messages.length + 1;
    messages.push({
      id: `${SESSION}-${seq}`,
      sessionId: SESSION,
      seq,
      author: kind === 'agent' ? { kind, name: AGENT } : { kind },
      text,
      attachments: [],
      clientId: null,
      createdAt: new Date(now.getTime() - 2 * MINUTE_MS).toISOString(),
      ...more,
    });
  };
  const line = (event: SystemEvent): void => say('system', '', { event });

  say('visitor', talk.question);
  say('ai', talk.answer, { sources: [{ title: talk.source }] });
  if (scene !== 'ai') {
    say('visitor', talk.wish);
    line({ code: 'handoff.queued', position: 1, etaSeconds: WAIT_SECONDS });
  }
  if (scene === 'agent') {
    line({ code: 'handoff.claimed', agent: AGENT });
    say('agent', talk.help);
  }
  return {
    phase: 'ready',
    connection: 'fine',
    website: { name, theme, locale, texts: {}, mode: 'always', open: true, opensAt: null },
    session: { id: SESSION, status: 'open', lastSeq: messages.length, ...OWNED[scene] },
    earlier: [],
    messages,
    outgoing: [],
    draft: null,
    typing: null,
    readSeq: messages.length,
    rated: false,
    contactLeft: null,
  };
}

const OWNED: Readonly<Record<PreviewRequest['scene'], Partial<VisitorSession> & Pick<VisitorSession, 'owner'>>> = {
  ai: { owner: 'ai' },
  waiting: { owner: 'queue', position: 1, etaSeconds: WAIT_SECONDS },
  agent: { owner: 'agent', agent: { name: AGENT } },
};
