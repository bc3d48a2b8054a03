import type { AgentServerEvents, VisitorServerEvents } from '#contracts';

type Body<Events, Name extends keyof Events> = Events[Name] extends (body: infer B) => void ? B : never;

/**
 * How modules tell connected clients that something happened; the gateway implements it. Sockets only hint: a client
 * that missed a hint finds out by asking for what follows its last seq. Call it after the commit, never before.
 */
export abstract class Broadcaster {
  abstract toVisitor<N extends keyof VisitorServerEvents>(sessionId: string, event: N, body: Body<VisitorServerEvents, N>): void;
  /** To the agents who have this session open. */
  abstract toSessionTeam<N extends keyof AgentServerEvents>(sessionId: string, event: N, body: Body<AgentServerEvents, N>): void;
  /** To the agents who watch this website's inbox. */
  abstract toInbox<N extends keyof AgentServerEvents>(websiteId: string, event: N, body: Body<AgentServerEvents, N>): void;
  abstract toUser<N extends keyof AgentServerEvents>(userId: string, event: N, body: Body<AgentServerEvents, N>): void;
  /**
   * Whether it is worth finding out what to tell them: false only when certainly nobody would hear it. Whoever comes after
   * this was asked asks for themselves.
   */
  abstract mayReachVisitor(sessionId: string): boolean;
  abstract mayReachSessionTeam(sessionId: string): boolean;
  /** Whether a visitor's page is connected to this session. */
  abstract visitorOnline(sessionId: string): Promise<boolean>;
  /** Cut every socket of a user, of an API key, or of a visitor token whose right has ended. */
  abstract disconnectUser(userId: string): void;
  abstract disconnectApiKey(apiKeyId: string): void;
  abstract disconnectVisitorToken(sessionId: string): void;
}
