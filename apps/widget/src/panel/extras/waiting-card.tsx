import type { VisitorSession } from '#contracts';
import type { Wording } from '../texts/wording.js';

/** The honest wait: the place in line, and a time only when the server can promise one. */
export function WaitingCard({ session, wording }: { session: VisitorSession; wording: Wording }) {
  return (
    <div class="wait" role="status">
      <span class="ring" aria-hidden="true" />
      <strong>{wording.say('teammateComing')}</strong>
      <small>{waitText(session, wording)}</small>
    </div>
  );
}

export function waitText({ position, etaSeconds }: VisitorSession, wording: Wording): string {
  const place = position === 1 ? wording.say('youAreNext') : position ? wording.say('yourPlace', { position }) : '';
  const time = etaSeconds ? wording.say('usuallyWithin', { duration: wording.duration(etaSeconds) }) : '';
  const both = [place, time].filter(Boolean).join(' · ');
  return both ? `${both}. ${wording.say('keepWriting')}` : wording.say('keepWriting');
}
