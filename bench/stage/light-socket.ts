import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** What a browser says of itself when it opens a websocket. A server keeps it, and pays for it. */
const BROWSER = [
  'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'accept-encoding: gzip, deflate, br, zstd',
  'accept-language: en-US,en;q=0.9,de;q=0.8',
  'cache-control: no-cache',
  'pragma: no-cache',
  'sec-websocket-extensions: permessage-deflate; client_max_window_bits',
  'sec-websocket-version: 13',
];
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const TEXT = 0x81;
const CLOSE = 0x88;

/** A server's acknowledgement. */
export type Ack = { readonly ok: boolean } & Readonly<Record<string, unknown>>;

export interface LightSocketOptions {
  readonly url: string;
  readonly namespace: string;
  readonly auth: object;
  /** None for a program that is no browser. */
  readonly origin?: string;
  readonly onEvent?: (name: string, body: unknown) => void;
}

/**
 * A client of one socket.io namespace over a websocket, and nothing more: ten thousand of them must cost less than the
 * server they are to measure.
 */
export class LightSocket {
  readonly connected: Promise<void>;
  private readonly socket: Socket;
  private readonly acks = new Map<number, (ack: Ack) => void>();
  private nextAck = 0;
  private unread: Buffer = Buffer.alloc(0);
  private upgraded = false;
  private admitted!: () => void;
  private refused!: (error: Error) => void;

  constructor(private readonly options: LightSocketOptions) {
    const { hostname, port, host } = new URL(options.url);
    this.connected = new Promise((resolve, reject) => {
      this.admitted = resolve;
      this.refused = reject;
    });
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('connect', () => this.socket.write(upgradeRequest(host, options.origin)));
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => this.refused(error));
    this.socket.on('close', () => this.refused(new Error('The connection was closed.')));
  }

  get closed(): boolean {
    return this.socket.destroyed;
  }

  emit(event: string, body: object): Promise<Ack> {
    return new Promise((resolve) => {
      const id = this.nextAck++;
      this.acks.set(id, resolve);
      this.send(`42${this.options.namespace},${id}${JSON.stringify([event, body])}`);
    });
  }

  /** As when the network goes: without a word. */
  cut(): void {
    this.socket.destroy();
  }

  private send(text: string): void {
    this.socket.write(maskedFrame(text));
  }

  private read(chunk: Buffer): void {
    this.unread = this.unread.length === 0 ? chunk : Buffer.concat([this.unread, chunk]);
    if (!this.upgraded && !this.readUpgrade()) return;
    for (let frame = this.takeFrame(); frame !== null; frame = this.takeFrame()) this.understand(frame);
  }

  private readUpgrade(): boolean {
    const end = this.unread.indexOf(END_OF_HEAD);
    if (end < 0) return false;
    const [status] = this.unread.toString('latin1', 0, end).split('\r\n');
    if (!status!.includes(' 101 ')) {
      this.refused(new Error(`The server answered ${status}.`));
      this.socket.destroy();
      return false;
    }
    this.upgraded = true;
    this.unread = this.unread.subarray(end + END_OF_HEAD.length);
    return true;
  }

  /** The next whole message, or null when it has not all come yet. */
  private takeFrame(): string | null {
    const { unread } = this;
    if (unread.length < 2) return null;
    const short = unread[1]! & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (unread.length < head) return null;
    const length = short < 126 ? short : short === 126 ? unread.readUInt16BE(2) : Number(unread.readBigUInt64BE(2));
    if (unread.length < head + length) return null;
    this.unread = unread.subarray(head + length);
    return unread[0] === CLOSE ? '' : unread.toString('utf8', head, head + length);
  }

  /** @param packet of engine.io, which carries those of socket.io as its kind 4 */
  private understand(packet: string): void {
    const { namespace } = this.options;
    if (packet === '2') return this.send('3');
    if (packet.startsWith('0')) return this.send(`40${namespace},${JSON.stringify(this.options.auth)}`);
    const kind = packet.slice(0, 2);
    const body = packet.slice(2 + namespace.length + 1);
    if (kind === '40') this.admitted();
    else if (kind === '44') this.refused(new Error(`The server refused: ${body}`));
    else if (kind === '43') this.acknowledged(body);
    else if (kind === '42' && this.options.onEvent) this.options.onEvent(...(JSON.parse(body.slice(body.indexOf('['))) as [string, unknown]));
  }

  private acknowledged(body: string): void {
    const id = Number.parseInt(body, 10);
    const [ack] = JSON.parse(body.slice(body.indexOf('['))) as [Ack];
    this.acks.get(id)?.(ack);
    this.acks.delete(id);
  }
}

function upgradeRequest(host: string, origin: string | undefined): string {
  const lines = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `host: ${host}`,
    'connection: Upgrade',
    'upgrade: websocket',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    ...(origin ? [`origin: ${origin}`] : []),
    ...BROWSER,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Clients must mask what they send; a mask of zeros leaves it as it is. */
function maskedFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const wide = length > 125;
  const frame = Buffer.alloc((wide ? 8 : 6) + length);
  frame[0] = TEXT;
  frame[1] = 0x80 | (wide ? 126 : length);
  if (wide) frame.writeUInt16BE(length, 2);
  frame.write(text, frame.length - length, 'utf8');
  return frame;
}
