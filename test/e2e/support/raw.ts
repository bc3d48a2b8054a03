import { io, type Socket } from 'socket.io-client';
import type { Ack, AckProblem, ProblemBody } from '#contracts';
import { until } from './stage.js';

export interface RawAnswer {
  readonly status: number;
  readonly body: ProblemBody;
}

/** A REST call that says exactly what it is told to say. */
export async function rest(url: string, method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as ProblemBody };
}

/** A socket that says exactly what it is told to say, and does not come back. */
export function socketTo(url: string, namespace: '/visitor' | '/agent', auth: object, headers: Record<string, string> = {}): Socket {
  return io(`${url}${namespace}`, { forceNew: true, reconnection: false, transports: ['websocket'], auth, extraHeaders: headers });
}

export async function online(socket: Socket): Promise<Socket> {
  await until(() => socket.connected);
  return socket;
}

/** The code a connection was refused with; socket.io's own words when it never got that far. */
export function refusalOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => reject(new Error('was let in')));
    socket.once('connect_error', (error: Error & { data?: AckProblem }) => resolve(error.data?.code ?? error.message));
  });
}

export async function ackOf(socket: Socket, event: string, body: unknown): Promise<Ack> {
  return (await socket.timeout(5_000).emitWithAck(event, body)) as Ack;
}

/** How a refusal reads on the socket, to be compared with REST's. */
export async function refused(socket: Socket, event: string, body: unknown): Promise<{ code: string; paths: readonly string[] }> {
  const ack = await ackOf(socket, event, body);
  if (ack.ok) throw new Error(`${event} was not refused: ${JSON.stringify(ack)}`);
  return { code: ack.error.code, paths: pathsIn(ack.error) };
}

export const pathsIn = ({ errors = [] }: Pick<AckProblem, 'errors'>): string[] => [...new Set(errors.map(({ path }) => path))].sort();
