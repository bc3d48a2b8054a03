import { BatonError } from '#sdk';

const SENTENCES: Readonly<Record<string, (error: BatonError) => string>> = {
  'handoff.already_claimed': (error) => `${assigneeIn(error) ?? 'Somebody else'} was faster and has this conversation now.`,
  'handoff.not_yours': () => 'This handoff is with somebody else now.',
  'handoff.ended': () => 'This handoff is already closed.',
  'handoff.not_claimed': () => 'Nobody has claimed this handoff any more.',
  'speech.not_yours': () => 'Not sent: this conversation is no longer yours to answer. Your text is kept as a draft.',
  'handoff.assignee_unfit': () => 'They cannot be given this conversation any more: choose somebody else.',
  'session.closed': () => 'Not sent: the conversation is closed. Your text is kept as a draft.',
  'access.denied': () => 'You may not do this.',
  'network.unreachable': () => 'There is no connection at the moment. Try again when it is back.',
  'network.timeout': () => 'The server did not answer in time. Try again.',
};

/** Why it did not work, for the one who tried. */
export function refusalSentence(error: unknown): string {
  if (!(error instanceof BatonError)) return 'Something went wrong. Try again.';
  return SENTENCES[error.code]?.(error) ?? error.message;
}

function assigneeIn(error: BatonError): string | null {
  const assignee = error.details['assignee'];
  return typeof assignee === 'object' && assignee !== null && 'name' in assignee && typeof assignee.name === 'string' ? assignee.name : null;
}
