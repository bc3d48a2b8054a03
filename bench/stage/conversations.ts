import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { BatonTeam } from '#sdk';
import type { StartedSession, Website } from '#contracts';
import { ORIGIN } from './stage.js';

/** One conversation as a client knows it. */
export interface Conversation {
  readonly sessionId: string;
  /** What its visitor shows to be let in. */
  readonly token: string;
}

/** A website whose conversations nobody but a person answers. */
export function quietWebsite(team: BatonTeam): Promise<Website> {
  return team.websites.create({ name: 'Bench', allowedOrigins: [ORIGIN], assistant: { responder: 'none' } });
}

export async function startConversations(url: string, websiteKey: string, count: number, atOnce = 16): Promise<Conversation[]> {
  const conversations: Conversation[] = [];
  let left = count;
  const start = async (): Promise<void> => {
    while (left-- > 0) {
      const answer = await fetch(`${url}/api/v1/widget/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN },
        body: JSON.stringify({ websiteKey }),
      });
      if (!answer.ok) throw new Error(`A conversation was refused: ${answer.status} ${await answer.text()}`);
      const { visitorToken, session } = (await answer.json()) as StartedSession;
      conversations.push({ sessionId: session.id, token: visitorToken });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, start));
  return conversations;
}

/** Conversations of an anchor, which knows no websites. */
export function bareConversations(count: number): Conversation[] {
  return Array.from({ length: count }, () => {
    const sessionId = randomUUID();
    return { sessionId, token: sessionId };
  });
}

/** A visitor's socket on one of the website's pages. */
export function visitorSocket(url: string, token: string): Socket {
  return io(`${url}/visitor`, { forceNew: true, transports: ['websocket'], auth: { token }, extraHeaders: { origin: ORIGIN }, reconnection: false });
}

/** @param apiKey empty for an anchor */
export function agentSocket(url: string, apiKey: string): Socket {
  return io(`${url}/agent`, { forceNew: true, transports: ['websocket'], auth: { apiKey }, reconnection: false });
}

export function connected(socket: Socket): Promise<void> {
  if (socket.connected) return Promise.resolve();
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}
