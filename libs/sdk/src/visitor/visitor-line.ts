import type { VisitorClientEvents, VisitorServerEvents } from '#contracts';
import type { ManagerOptions, Socket, SocketOptions } from 'socket.io-client';
import { askOver, type Ask } from '../shared/index.js';

export type SocketFactory = (url: string, options: Partial<ManagerOptions & SocketOptions>) => Socket;

export interface LineOptions {
  readonly url: string;
  readonly origin?: string | undefined;
  readonly io: SocketFactory;
  /** Asked at every connection, because the token changes with the session. */
  readonly token: () => string | undefined;
  readonly onConnected: () => void;
  readonly onDisconnected: () => void;
  /** The server does not know the token any more. */
  readonly onRefused: () => void;
}

type ServerListeners = { [Name in keyof VisitorServerEvents]: VisitorServerEvents[Name] };

/** After the server hung up. socket.io leaves calling back to us then. */
const CALL_BACK_AFTER_MS = 1000;

/** The socket of a visitor: connects, keeps coming back, asks. It knows nothing of conversations. */
export class VisitorLine {
  readonly ask: Ask<VisitorClientEvents>;
  private readonly socket: Socket<VisitorServerEvents, VisitorClientEvents>;
  private callBack: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(options: LineOptions, listeners: ServerListeners) {
    this.socket = options.io(`${options.url.replace(/\/+$/, '')}/visitor`, {
      // Networks that break websockets still carry polling.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      auth: (tell: (auth: object) => void) => tell({ token: options.token() }),
      reconnectionDelay: 500,
      reconnectionDelayMax: 8000,
      ...(options.origin ? { extraHeaders: { origin: options.origin } } : {}),
    }) as Socket<VisitorServerEvents, VisitorClientEvents>;
    this.ask = askOver<VisitorClientEvents>(this.socket as never);
    this.socket.on('connect', options.onConnected);
    this.socket.on('disconnect', (reason) => {
      options.onDisconnected();
      if (reason === 'io server disconnect') this.callBackSoon();
    });
    this.socket.on('connect_error', () => {
      options.onDisconnected();
      // A socket that is still active tries again by itself; otherwise the server answered, and its answer was no.
      if (!this.socket.active) options.onRefused();
    });
    for (const name of Object.keys(listeners) as (keyof ServerListeners)[]) this.socket.on(name, listeners[name] as never);
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Hangs up and calls again, with the token of now. */
  reconnect(): void {
    clearTimeout(this.callBack);
    // An answer that never came may be noticed only after everybody has left.
    if (!this.closed) this.socket.disconnect().connect();
  }

  /** Hangs up until `reconnect`. */
  hangUp(): void {
    clearTimeout(this.callBack);
    this.socket.disconnect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.callBack);
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private callBackSoon(): void {
    clearTimeout(this.callBack);
    this.callBack = setTimeout(() => this.socket.connect(), CALL_BACK_AFTER_MS);
  }
}
