import { BatonError } from '#sdk';
import type { InboxSay } from '../texts';

/** Why it did not work, for the one who tried. */
export function refusalSentence(error: unknown, t: InboxSay): string {
  if (!(error instanceof BatonError)) return t('refused.unknown');
  switch (error.code) {
    case 'handoff.already_claimed':
      return t('refused.alreadyClaimed', { name: assigneeIn(error) ?? t('refused.somebody') });
    case 'handoff.not_yours':
      return t('refused.notYours');
    case 'handoff.ended':
      return t('refused.ended');
    case 'handoff.not_claimed':
      return t('refused.notClaimed');
    case 'handoff.assignee_unfit':
      return t('refused.unfit');
    case 'speech.not_yours':
      return t('refused.speech');
    case 'session.closed':
      return t('refused.sessionClosed');
    case 'access.denied':
      return t('refused.denied');
    case 'network.unreachable':
      return t('refused.unreachable');
    case 'network.timeout':
      return t('refused.timeout');
    default:
      return error.message;
  }
}

function assigneeIn(error: BatonError): string | null {
  const assignee = error.details['assignee'];
  return typeof assignee === 'object' && assignee !== null && 'name' in assignee && typeof assignee.name === 'string' ? assignee.name : null;
}

/** So much of a reply that came back is said again where it is explained. */
const START_CHARS = 40;

export const startOf = (text: string): string => (text.length > START_CHARS ? `${text.slice(0, START_CHARS - 1)}…` : text);
