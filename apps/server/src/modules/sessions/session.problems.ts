import { Problem } from '../../platform/problems/index.js';

export class SessionClosed extends Problem {
  readonly code = 'session.closed';
  readonly status = 409;
  constructor(sessionId: string) {
    super('This conversation is closed. Start a new one; it will be linked to this one.', { details: { sessionId } });
  }
}

export class ClientIdReused extends Problem {
  readonly code = 'message.client_id_reused';
  readonly status = 409;
  constructor(seq: number) {
    super('This clientId was used for another message of this session. Use a new one for a new message.', { details: { seq } });
  }
}

/** The fence: this speaker does not own the session, or no longer. */
export class NotYoursToSpeak extends Problem {
  readonly code = 'speech.not_yours';
  readonly status = 409;
  constructor(owner: string | null, epoch: number | null) {
    super(
      owner === 'nobody'
        ? 'This conversation is closed; the message was not sent.'
        : 'This conversation is not yours to speak in now; the message was not sent.',
      { details: { owner, epoch } },
    );
  }
}
