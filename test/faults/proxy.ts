import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { freePort } from '../harness/baton-process.js';

/**
 * What the network does to the bytes that pass.
 * - `pass`: nothing
 * - `delay`: every piece arrives late
 * - `black hole`: connections stay open, and nothing arrives on either side
 * - `drop replies`: what clients say arrives, what the server answers does not; then the line breaks
 * - `refuse`: nobody gets through
 */
export type Weather = { readonly kind: 'pass' | 'black hole' | 'drop replies' | 'refuse' } | { readonly kind: 'delay'; readonly millis: number };

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  /** Bytes were lost on it, so it cannot go on when the weather is fine again. */
  broken: boolean;
  /** Pieces that are still under way; whatever follows them is as late as they are, so that no byte overtakes another. */
  underWay: number;
  lateByMs: number;
}

const REPLY_LOST_AFTER_MS = 200;

/** A TCP proxy in front of one server, and the bad network between. */
export class Proxy {
  private readonly lines = new Set<Line>();
  private weather: Weather = { kind: 'pass' };

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (client) => this.accept(client));
  }

  static async to(target: number): Promise<Proxy> {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return new Proxy(server, target);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Holds until the next change. Lines that lost something break when it ends, as they do when a network comes back. */
  set(weather: Weather): void {
    this.weather = weather;
    if (weather.kind === 'refuse') this.cut();
    for (const line of this.lines) if (line.broken) hangUp(line);
  }

  /** Breaks every connection there is; new ones get through. */
  cut(): void {
    for (const line of this.lines) hangUp(line);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private accept(client: Socket): void {
    if (this.weather.kind === 'refuse') return void client.resetAndDestroy();
    const server = connect(this.target, '127.0.0.1');
    const line: Line = { client, server, broken: false, underWay: 0, lateByMs: 0 };
    this.lines.add(line);
    client.on('data', (bytes) => this.pass(line, server, bytes, true));
    server.on('data', (bytes) => this.pass(line, client, bytes, false));
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      end.setNoDelay(true);
      end.on('error', () => hangUp(line));
      end.on('close', () => this.lines.delete(line));
      end.on('end', () => other.end());
    }
  }

  private pass(line: Line, to: Socket, bytes: Buffer, isRequest: boolean): void {
    if (this.weather.kind === 'black hole') line.broken = true;
    if (this.weather.kind === 'drop replies' && !isRequest && !line.broken) {
      line.broken = true;
      // Long enough for whatever else the client has said to be done as well.
      setTimeout(() => hangUp(line), REPLY_LOST_AFTER_MS);
    }
    const isLost = line.broken && (!isRequest || this.weather.kind === 'black hole');
    if (isLost) return;
    const delay = this.weather.kind === 'delay' ? this.weather.millis : 0;
    line.lateByMs = line.underWay > 0 ? Math.max(line.lateByMs, delay) : delay;
    if (line.lateByMs === 0) return void to.write(bytes);
    line.underWay++;
    setTimeout(() => {
      line.underWay--;
      if (to.writable) to.write(bytes);
    }, line.lateByMs);
  }
}

function hangUp({ client, server }: Line): void {
  client.resetAndDestroy();
  server.destroy();
}
