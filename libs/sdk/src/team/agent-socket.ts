import type { Socket } from 'socket.io-client';
import type { AgentClientEvents, AgentServerEvents, InboxCounts, SendMessage, TeamMessage } from '#contracts';
import { askOver, BatonError, Emitter, newClientId, type Ask, type AskingSocket } from '../shared/index.js';
import { wakeOfPage } from '../shared/wake.js';
import type { TeamConnection } from './team-connection.js';
import { WatchedSession } from './watched-session.js';

type Bodies = { [Name in keyof AgentServerEvents]: Parameters<AgentServerEvents[Name]>[0] };

export interface AgentSocketEvents extends Bodies {
  /** `refused`: the login or the key is not valid any more; nothing is tried again until `connect()`. */
  connection: { readonly state: 'online' | 'offline' } | { readonly state: 'refused'; readonly error: BatonError };
  /** After every (re)connection while the inbox is watched: hints may have been missed, so lists are to be read again. */
  inbox: { readonly counts: InboxCounts };
}

/** The server ended it, e.g. because a right changed; one more try tells whether it is for good. */
const AGAIN_AFTER_MS = 1_000;

/**
 * The live connection of an agent. It reconnects by itself, watches again what was watched, and fetches what it missed:
 * the messages of a watched session never show a gap.
 */
export class AgentSocket {
  private readonly events = new Emitter<AgentSocketEvents>();
  private readonly sessions = new Map<string, WatchedSession>();
  /** Absent until the socket client is there; it is fetched when it is first needed. */
  private socket: Socket<AgentServerEvents, AgentClientEvents> | null = null;
  private isClosed = false;
  private readonly ask: Ask<AgentClientEvents>;
  private readonly stopListening: () => void;
  private inbox: { readonly websiteIds?: readonly string[] } | null = null;
  private readonly closed = Promise.withResolvers<never>();
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: TeamConnection) {
    this.ask = askOver<AgentClientEvents>(this.asking());
    void this.open(connection);
    this.stopListening = wakeOfPage(() => this.catchUpAll());
    // Not everybody who closes is waiting for something.
    this.closed.promise.catch(() => undefined);
  }

  readonly on: Emitter<AgentSocketEvents>['on'] = (event, listener) => this.events.on(event, listener);

  get online(): boolean {
    return this.socket?.connected ?? false;
  }

  /** Tries again after a refusal. */
  connect(): void {
    this.socket?.connect();
  }

  /** From now on tells of these websites' handoffs (all one may see when absent), across reconnects. @throws BatonError */
  async watchInbox(websiteIds?: readonly string[]): Promise<InboxCounts> {
    this.inbox = websiteIds ? { websiteIds } : {};
    // A connection that is still to come watches by itself.
    if (!this.online) return (await this.first('inbox')).counts;
    return (await this.ask('inbox.watch', this.inbox)).counts;
  }

  /** Follows one conversation from after a seq on. Listen on what it returns, then `catchUp()`. Watching twice gives the same. */
  watchSession(sessionId: string, afterSeq = 0): WatchedSession {
    const known = this.sessions.get(sessionId);
    if (known) return known;
    const watched = new WatchedSession(
      sessionId,
      afterSeq,
      async (after) => {
        await this.untilOnline();
        return this.ask('session.watch', { sessionId, afterSeq: after });
      },
      () => this.unwatch(sessionId),
    );
    this.sessions.set(sessionId, watched);
    return watched;
  }

  /** Without a `clientId` one is made; give the same one again to repeat safely. @throws BatonError `speech.not_yours` */
  async send(sessionId: string, message: Omit<SendMessage, 'clientId'> & { readonly clientId?: string }): Promise<TeamMessage> {
    const { message: stored } = await this.ask('message.send', { clientId: newClientId(), ...message, sessionId });
    return stored;
  }

  async typing(sessionId: string, on: boolean): Promise<void> {
    await this.ask('typing', { sessionId, on });
  }

  async read(sessionId: string, seq: number): Promise<void> {
    await this.ask('read', { sessionId, seq });
  }

  async setPresence(state: 'online' | 'away'): Promise<void> {
    await this.ask('presence.set', { state });
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.again);
    this.stopListening();
    for (const watched of [...this.sessions.values()]) watched.close();
    this.events.clear();
    this.closed.reject(new BatonError('client.closed', 'This connection was closed.'));
    this.socket?.disconnect();
  }

  private asking(): AskingSocket {
    const online = () => this.online;
    return {
      get connected() {
        return online();
      },
      // Nobody asks before it is connected.
      timeout: (milliseconds) => this.socket!.timeout(milliseconds) as never,
    };
  }

  private async open(connection: TeamConnection): Promise<void> {
    const client = await import('socket.io-client').catch(() => null);
    if (this.isClosed) return;
    if (!client) {
      this.events.emit('connection', { state: 'offline' });
      this.again = setTimeout(() => void this.open(connection), AGAIN_AFTER_MS);
      return;
    }
    const socket: Socket<AgentServerEvents, AgentClientEvents> = client.io(`${connection.url}/agent`, {
      // A connection of its own: two clients in one program may be two people.
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      withCredentials: !connection.apiKey,
      auth: (give) => give(connection.apiKey ? { apiKey: connection.apiKey } : {}),
      extraHeaders: connection.headers(),
      reconnectionDelayMax: 5_000,
    });
    // A login may have been renewed since.
    socket.io.on('reconnect_attempt', () => (socket.io.opts.extraHeaders = connection.headers()));
    socket.on('connect', () => this.connected());
    socket.on('disconnect', (reason) => this.disconnected(reason));
    socket.on('connect_error', (error) => this.failed(error));
    socket.onAny((event: keyof AgentServerEvents, body: Bodies[keyof AgentServerEvents]) => this.received(event, body));
    this.socket = socket;
  }

  private connected(): void {
    this.events.emit('connection', { state: 'online' });
    if (this.inbox) {
      this.ask('inbox.watch', this.inbox).then(
        ({ counts }) => this.events.emit('inbox', { counts }),
        () => undefined, // The connection is gone again; the next one asks again.
      );
    }
    this.catchUpAll();
  }

  private disconnected(reason: string): void {
    this.events.emit('connection', { state: 'offline' });
    if (reason === 'io server disconnect') this.again = setTimeout(() => this.connect(), AGAIN_AFTER_MS);
  }

  private failed(error: Error & { data?: { code?: string } }): void {
    const code = error.data?.code;
    if (code === undefined) return; // The network; socket.io tries again by itself.
    const refusal = new BatonError(code, error.message);
    if (code.startsWith('auth.') || code.startsWith('origin.')) this.events.emit('connection', { state: 'refused', error: refusal });
    else this.again = setTimeout(() => this.connect(), AGAIN_AFTER_MS);
  }

  private received<Name extends keyof AgentServerEvents>(event: Name, body: Bodies[Name]): void {
    this.sessions.get(sessionIdIn(body))?.receive(event, body);
    this.events.emit(event, body as AgentSocketEvents[Name]);
  }

  private catchUpAll(): void {
    if (!this.online) return;
    for (const watched of this.sessions.values()) watched.catchUpSoon();
  }

  private unwatch(sessionId: string): void {
    this.sessions.delete(sessionId);
    if (this.online) this.ask('session.unwatch', { sessionId }).catch(() => undefined);
  }

  private async untilOnline(): Promise<void> {
    while (!this.online) await this.first('connection');
  }

  /** The next event of a kind, unless the connection is refused or closed meanwhile. */
  private async first<Name extends keyof AgentSocketEvents>(event: Name): Promise<AgentSocketEvents[Name]> {
    const stops: (() => void)[] = [];
    const next = new Promise<AgentSocketEvents[Name]>((resolve, reject) => {
      stops.push(this.on('connection', (now) => now.state === 'refused' && reject(now.error)));
      stops.push(this.on(event, resolve));
    });
    return Promise.race([next, this.closed.promise]).finally(() => stops.forEach((stop) => stop()));
  }
}

/** Where a body says which session it is about. */
function sessionIdIn(body: object): string {
  const { sessionId, session, message, note, suggestion } = body as {
    sessionId?: string;
    session?: { id: string };
    message?: { sessionId: string };
    note?: { sessionId: string };
    suggestion?: { sessionId: string };
  };
  return sessionId ?? session?.id ?? message?.sessionId ?? note?.sessionId ?? suggestion?.sessionId ?? '';
}
