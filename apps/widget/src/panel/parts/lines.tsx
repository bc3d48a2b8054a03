import type { Message } from '#contracts';
import type { Wording } from '../texts/wording.js';

/** What happened, said by the system in the visitor's language. */
export function SystemLine({ message, wording }: { message: Message; wording: Wording }) {
  return <p class="line">{systemText(message, wording)}</p>;
}

export function systemText({ event, text, createdAt }: Message, wording: Wording): string {
  const time = wording.time(createdAt);
  switch (event?.code) {
    case 'handoff.queued':
      return event.message ?? wording.say('askedForPerson');
    case 'handoff.claimed':
      return wording.say('joined', { agent: event.agent });
    case 'handoff.released':
      return wording.say('released');
    case 'handoff.resolved':
      return wording.say('resolved', { time });
    case 'handoff.returned_to_ai':
      return wording.say('backToAi');
    case 'session.closed':
      return wording.say('ended', { time });
    case 'assistant.unavailable':
      return wording.say('assistantUnavailable');
    // A rule's own message to the visitor, or an event newer than this page.
    default:
      return text;
  }
}
