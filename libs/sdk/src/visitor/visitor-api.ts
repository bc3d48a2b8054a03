import type { Message, Page, RequestedHandoff, SendMessage, StartedSession, StartSession, VisitorSession, WidgetWebsite } from '#contracts';
import { requestJson, type JsonRequest } from '../shared/index.js';

export interface SyncedSession {
  readonly session: VisitorSession;
  readonly messages: readonly Message[];
}

/** The visitor's REST calls. They are the same acts as over the socket, for when there is none. */
export class VisitorApi {
  private readonly root: string;
  private readonly base: string;

  /** @param origin sent as `Origin`; for Node only, browsers say where they are by themselves */
  constructor(
    url: string,
    private readonly origin?: string,
  ) {
    this.root = `${url.replace(/\/+$/, '')}/api/v1/widget`;
    this.base = `${this.root}/sessions`;
  }

  /** The website as it is seen before anybody writes. Browsers name no origin when a page reads from its own, but do say where it is. */
  look(websiteKey: string): Promise<WidgetWebsite> {
    return this.call({ url: `${this.root}/website`, query: { websiteKey }, referrerPolicy: 'origin' });
  }

  start(body: StartSession): Promise<StartedSession> {
    return this.call({ method: 'POST', url: this.base, body });
  }

  /** What `session.sync` answers over the socket. */
  async sync(token: string, afterSeq: number): Promise<SyncedSession> {
    const headers = bearer(token);
    const { session } = await this.call<{ session: VisitorSession }>({ url: `${this.base}/current`, headers });
    const { items } = await this.call<Page<Message>>({ url: `${this.base}/current/messages`, query: { afterSeq }, headers });
    return { session, messages: items };
  }

  send(token: string, body: SendMessage): Promise<Message> {
    return this.call({ method: 'POST', url: `${this.base}/current/messages`, body, headers: bearer(token) });
  }

  requestPerson(token: string, body: { reason?: string }): Promise<RequestedHandoff> {
    return this.call({ method: 'POST', url: `${this.base}/current/handoff`, body, headers: bearer(token) });
  }

  answerOffer(token: string, offerId: string, body: { accept: boolean }): Promise<{ session: VisitorSession }> {
    return this.call({ method: 'POST', url: `${this.base}/current/offers/${offerId}`, body, headers: bearer(token) });
  }

  private call<T>(request: JsonRequest): Promise<T> {
    return requestJson<T>(this.origin ? { ...request, headers: { ...request.headers, origin: this.origin } } : request);
  }
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
