import type { Wording } from '../texts/wording.js';

interface OfferProps {
  readonly wording: Wording;
  readonly onAnswer: (accept: boolean) => void;
}

/** Yes and no to a person who was offered; the question itself stands in the thread above. */
export function Offer({ wording, onAnswer }: OfferProps) {
  return (
    <div class="offer" role="group" aria-label={wording.say('offerAsk')}>
      <button type="button" class="pill" onClick={() => onAnswer(true)}>
        {wording.say('offerYes')}
      </button>
      <button type="button" class="pill" onClick={() => onAnswer(false)}>
        {wording.say('offerNo')}
      </button>
    </div>
  );
}
