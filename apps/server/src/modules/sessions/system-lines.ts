import type { SystemEvent } from '#contracts';
import { LANGUAGES, type Lines } from './lines/index.js';

/** What the system says in a conversation, in the visitor's language; English where we do not speak it. */
export function systemLine(event: SystemEvent, locale: string): string {
  const asked = locale.slice(0, 2).toLowerCase();
  const language = LANGUAGES.has(asked) ? asked : 'en';
  const lines = LANGUAGES.get(language)!;
  switch (event.code) {
    case 'handoff.queued':
      return queued(event, language, lines);
    case 'handoff.captured':
      return event.message ? `${event.message} ${lines.captured}` : lines.captured;
    case 'handoff.claimed':
      return fill(lines.claimed, { agent: event.agent });
    case 'handoff.released':
      return lines.released;
    case 'handoff.resolved':
      return lines.resolved;
    case 'handoff.returned_to_ai':
      return lines.returnedToAi;
    case 'handoff.offered':
      return lines.offered;
    case 'session.closed':
      return lines.closed;
    case 'assistant.unavailable':
      return lines.assistantUnavailable;
  }
}

function queued({ position, etaSeconds, message }: Extract<SystemEvent, { code: 'handoff.queued' }>, language: string, lines: Lines): string {
  const place = position <= 1 ? lines.next : fill(lines.place, { position: String(position) });
  const wait = etaSeconds === null ? '' : fill(lines.wait, { minutes: minutes(etaSeconds, language) });
  const line = fill(lines.queued, { place, wait }).replace('  ', ' ');
  return message ? `${message} ${line}` : line;
}

/** Whole minutes, at least one: a promise in seconds would pretend a precision nobody has. */
function minutes(seconds: number, language: string): string {
  const count = Math.max(1, Math.ceil(seconds / 60));
  return count.toLocaleString(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
}

function fill(line: string, values: Readonly<Record<string, string>>): string {
  return line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
