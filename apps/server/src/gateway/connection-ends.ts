import type { Socket as Connection } from 'engine.io';

/** More than the largest answers together; a reader this far behind is faster back by catching up. */
const MAX_WAITING_CHARS = 4 * 1024 * 1024;
/** Time for a polite goodbye; who does not return it holds the connection, and a shutdown, no longer. */
const GOODBYE_MS = 1_000;

/** How much waits for a reader, on the connection itself: of ten thousand silent ones, every closure would be there ten thousand times. */
const WAITING = Symbol('waiting');
type Watched = Connection & { [WAITING]: number };

/** Ends a connection whose reader does not read, before what waits for it fills the memory. */
export function cutOffWhenSlow(connection: Connection): void {
  (connection as Watched)[WAITING] = 0;
  connection.on('flush', nothingWaits);
  connection.on('packetCreate', moreWaits);
}

function nothingWaits(this: Watched): void {
  this[WAITING] = 0;
}

function moreWaits(this: Watched, packet: { data?: string | Buffer }): void {
  this[WAITING] += packet.data?.length ?? 0;
  // A close frame would queue up behind everything the reader does not read.
  if (this[WAITING] > MAX_WAITING_CHARS) terminate(this);
}

/** A websocket that we closed stays open until the other side agrees, and a hostile one never does. */
export function endForGood(connection: Connection): void {
  connection.on('close', terminateSoon);
}

function terminateSoon(this: Connection): void {
  setTimeout(() => terminate(this), GOODBYE_MS).unref();
}

function terminate(connection: Connection): void {
  const { socket } = connection.transport as { socket?: { terminate?: () => void } };
  if (socket?.terminate) socket.terminate();
  else connection.close(true);
}
