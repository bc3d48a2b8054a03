import type { Socket as Connection } from 'engine.io';
import type { Socket as TcpSocket } from 'node:net';

/** What engine.io does with packets that wait: hands them to the transport, if that can take them. */
interface Flushing {
  flush(): void;
}

const waiting = new Set<Connection>();

/**
 * Lets all that is said to a client in one turn of the event loop leave in one write. Messages are committed in batches: what
 * follows from a batch is said at once, an event and its acknowledgement to the same visitor, ten messages to the same
 * agent, and engine.io would write each to the network by itself.
 */
export function flushTogether(connection: Connection): void {
  (connection as unknown as Flushing).flush = flushSoon;
}

/** One function for all: a closure for each of ten thousand connections would be a megabyte. */
function flushSoon(this: Connection): void {
  if (waiting.size === 0) setImmediate(flushAll);
  waiting.add(this);
}

function flushAll(): void {
  const connections = [...waiting];
  // Before they are flushed: what is said because of that waits for the next time.
  waiting.clear();
  for (const connection of connections) {
    const tcp = tcpSocketOf(connection);
    tcp?.cork();
    flushNow(connection);
    tcp?.uncork();
  }
}

function flushNow(connection: Connection): void {
  (Object.getPrototypeOf(connection) as Flushing).flush.call(connection);
}

/** None while the client polls: then everything is one answer anyhow. */
function tcpSocketOf({ transport }: Connection): TcpSocket | undefined {
  return (transport as { socket?: { _socket?: TcpSocket } }).socket?._socket;
}
