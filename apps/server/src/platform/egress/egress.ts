import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import { Config } from '#config';
import { AddressPolicy } from './address-policy.js';
import { EgressError, EgressRefused, EgressTimedOut, EgressTooLarge, EgressUnreachable } from './egress-errors.js';

/** What a foreign server may cost us. */
export interface EgressLimits {
  /** of the body, after decompression; bytes */
  readonly maxBytes: number;
  /** until the whole body has been read; milliseconds */
  readonly totalMs: number;
}

const DEFAULT_LIMITS: EgressLimits = { maxBytes: 10 * 1024 * 1024, totalMs: 30_000 };
const CONNECT_TIMEOUT_MS = 5_000;
const TIMEOUT_CODES: ReadonlySet<unknown> = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/** The one door for outgoing HTTP: whatever address a name, a redirect or an odd spelling leads to, private ones are refused. */
@Injectable()
export class Egress implements OnApplicationShutdown {
  private readonly agent: Agent;

  constructor(config: Config) {
    this.agent = guardedAgent(config.allowPrivateEgress);
  }

  /**
   * As the standard `fetch`. An abort of the caller's own signal rejects with that signal's reason.
   * @throws EgressRefused, EgressTimedOut, EgressTooLarge, EgressUnreachable; the body may throw the last three too
   */
  async fetch(input: string | URL, init: RequestInit = {}, limits: Partial<EgressLimits> = {}): Promise<Response> {
    return guardedFetch(this.agent, input, init, { ...DEFAULT_LIMITS, ...limits });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }
}

/** @param more another name resolution or certificate authority than the system's */
export function guardedAgent(allowedCidrs: readonly string[], more: { lookup?: LookupFunction; ca?: string } = {}): Agent {
  const { ca, ...resolving } = more;
  const open = buildConnector({ blockList: new AddressPolicy(allowedCidrs), timeout: CONNECT_TIMEOUT_MS, ...resolving });
  const secure = buildConnector({ allowH2: false, timeout: CONNECT_TIMEOUT_MS, ...(ca ? { ca } : {}) });
  return new Agent({
    connect(target, done) {
      if (target.protocol !== 'https:') return open(target, done);
      // tls.connect() pays no heed to a block list; so the guarded TCP connection comes first, and TLS goes over it.
      const { servername: _, ...plain } = target;
      open({ ...plain, protocol: 'http:', port: target.port || '443' }, (...[error, socket]) => {
        if (error) done(error, null);
        else secure({ ...target, httpSocket: socket }, done);
      });
    },
  });
}

export async function guardedFetch(agent: Agent, input: string | URL, init: RequestInit, limits: EgressLimits): Promise<Response> {
  const url = httpUrl(input);
  const deadline = AbortSignal.timeout(limits.totalMs);
  const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
  const fail = (error: unknown): unknown => translated(error, url.host, { deadline, caller: init.signal ?? null });
  try {
    const response = await undiciFetch(url, { ...(init as object), signal, dispatcher: agent });
    const body = response.body ? limited(response.body as ReadableStream<Uint8Array>, limits.maxBytes, url.host, fail) : null;
    return new Response(body, { status: response.status, statusText: response.statusText, headers: [...response.headers] });
  } catch (error) {
    throw fail(error);
  }
}

function httpUrl(input: string | URL): URL {
  const url = URL.parse(String(input));
  if (!url) throw new EgressRefused('an invalid address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new EgressRefused(`a ${url.protocol} address`);
  // fetch() refuses these anyway, with an error that quotes the password.
  if (url.username || url.password) throw new EgressRefused('an address with a user name in it');
  return url;
}

/** Counts what arrives after decompression, so that a small compressed body cannot fill the memory. */
function limited(body: ReadableStream<Uint8Array>, maxBytes: number, host: string, fail: (error: unknown) => unknown): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        bytes += value.byteLength;
        if (bytes > maxBytes) throw new EgressTooLarge(host, maxBytes);
        controller.enqueue(value);
      } catch (error) {
        controller.error(fail(error));
        await reader.cancel().catch(() => undefined);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function translated(error: unknown, host: string, signals: { deadline: AbortSignal; caller: AbortSignal | null }): unknown {
  if (error instanceof EgressError) return error;
  if (signals.caller?.aborted) return signals.caller.reason;
  if (signals.deadline.aborted) return new EgressTimedOut(host, { cause: error });
  const causes = causesOf(error);
  if (causes.some((cause) => cause.code === 'ERR_IP_BLOCKED')) return new EgressRefused(host, { cause: error });
  const timedOut = causes.some((cause) => TIMEOUT_CODES.has(cause.code));
  return timedOut ? new EgressTimedOut(host, { cause: error }) : new EgressUnreachable(host, { cause: error });
}

/** The error, what caused it, and each attempt when several addresses of a name were tried. */
function causesOf(error: unknown): { readonly code?: unknown }[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, errors: attempts } = error as { cause?: unknown; errors?: unknown };
  return [error, ...[cause, ...(Array.isArray(attempts) ? attempts : [])].flatMap(causesOf)];
}
