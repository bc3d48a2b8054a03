import type { Ack } from '#contracts';
import { BatonError } from './baton-error.js';

/** The little of a socket.io client socket that asking needs. */
export interface AskingSocket {
  readonly connected: boolean;
  timeout(milliseconds: number): { emit(event: string, body: object, done: (error: Error | null, ack: Ack) => void): unknown };
}

type AckBody<Events, Name extends keyof Events> = Events[Name] extends (body: never, ack: infer Reply) => void
  ? NonNullable<Reply> extends (ack: infer A) => void
    ? Extract<A, { ok: true }>
    : never
  : never;
type EventBody<Events, Name extends keyof Events> = Events[Name] extends (body: infer B, ...rest: never[]) => void ? B : never;

/** Asks over a socket whose client events are `Events`; see `askOver`. */
export type Ask<Events> = <Name extends keyof Events & string>(event: Name, body: EventBody<Events, Name>) => Promise<AckBody<Events, Name>>;

const ANSWER_WITHIN_MS = 10_000;

/**
 * Binds a socket to a function that sends an event and waits for its acknowledgement.
 * It throws a BatonError: the server's refusal, or `network.timeout`, or `network.unreachable` when not connected.
 * An event is never kept for later: whoever asks decides whether it is still wanted when the connection is back.
 */
export function askOver<Events>(socket: AskingSocket, answerWithinMs = ANSWER_WITHIN_MS): Ask<Events> {
  return (event, body) =>
    new Promise((resolve, reject) => {
      if (!socket.connected) {
        reject(new BatonError('network.unreachable', 'Not connected at the moment.'));
        return;
      }
      socket.timeout(answerWithinMs).emit(event, body as object, (late, ack) => {
        if (late) reject(new BatonError('network.timeout', 'The server did not answer in time.', { cause: late }));
        else if (!ack.ok) reject(BatonError.fromAck(ack.error));
        else resolve(ack as never);
      });
    });
}
