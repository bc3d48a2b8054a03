import type { MessageFact } from './facts.js';

/** Who owned a conversation when a message was written, and under which epoch. */
export interface Moment {
  readonly message: MessageFact;
  readonly owner: 'ai' | 'queue' | 'agent' | 'nobody';
  readonly agent: string | null;
  readonly epoch: number;
}

type State = Omit<Moment, 'message'>;

/**
 * Tells from a transcript alone who owned the session at each of its messages: every change of owner says a line in the
 * conversation, in the commit that made it, and only a visitor's own message reopens without one.
 * @param messages one session, in the order of seq
 * @returns a moment per message, of the state before it, and the state at the end
 */
export function ownership(messages: readonly MessageFact[]): { moments: readonly Moment[]; end: State } {
  let state: State = { owner: 'ai', agent: null, epoch: 1 };
  const become = (owner: Moment['owner'], agent: string | null = null, epochs = 1): void => {
    state = { owner, agent, epoch: state.epoch + epochs };
  };
  const moments = messages.map((message): Moment => {
    if (message.author_kind === 'visitor' && state.owner === 'nobody') become('ai');
    const moment = { message, ...state };
    switch (message.event?.code) {
      case 'handoff.queued':
      case 'handoff.captured':
        // Asking for a person in a closed conversation reopens it first.
        become('queue', null, state.owner === 'nobody' ? 2 : 1);
        break;
      case 'handoff.claimed':
        become('agent', message.event.agent ?? null);
        break;
      case 'handoff.released':
        become('queue');
        break;
      case 'handoff.returned_to_ai':
        become('ai');
        break;
      case 'handoff.resolved':
      case 'session.closed':
        become('nobody');
    }
    return moment;
  });
  return { moments, end: state };
}
