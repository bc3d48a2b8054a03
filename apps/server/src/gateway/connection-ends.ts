import type { Socket as Connection } from 'engine.io';

/** More than the largest answers together; a reader this far behind is faster back by catching up. */
const MAX_WAITING_CHARS = 4 * 1024 * 1024;
/** Time for a polite goodbye; who does not return it holds the connection, and a shutdown, no longer. */
const GOODBYE_MS = 1_000;

/** Ends a connection whose reader does not read, before what waits for it fills the memory. */
export function cutOffWhenSlow(connection: Connection): void {
  let waiting = 0;
  connection.on('flush', () => (waiting = 0));
  connection.on('packetCreate', (packet: { data?: string | Buffer }) => {
    waiting += packet.data?.length ?? 0;
    // A close frame would queue up behind everything the reader does not read.
    if (waiting > MAX_WAITING_CHARS) terminate(connection);
  });
}

/** A websocket that we closed stays open until the other side agrees, and a hostile one never does. */
export function endForGood(connection: Connection): void {
  connection.on('close', () => setTimeout(() => terminate(connection), GOODBYE_MS).unref());
}

function terminate(connection: Connection): void {
  const { socket } = connection.transport as { socket?: { terminate?: () => void } };
  if (socket?.terminate) socket.terminate();
  else connection.close(true);
}
