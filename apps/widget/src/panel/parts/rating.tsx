import { Component } from 'preact';
import type { Wording } from '../texts/wording.js';
import { Icon } from './icons.js';

const SCORES = [1, 2, 3, 4, 5];

interface RatingProps {
  readonly rated: boolean;
  readonly wording: Wording;
  readonly onRate: (score: number) => void;
}

/** Five stars, once. */
export class Rating extends Component<RatingProps, { pointed: number }> {
  override state = { pointed: 0 };

  override render({ rated, wording, onRate }: RatingProps, { pointed }: { pointed: number }) {
    if (rated)
      return (
        <p class="line" role="status">
          {wording.say('thanksForRating')}
        </p>
      );
    const point = (score: number) => () => this.setState({ pointed: score });
    return (
      <div class="rating" role="group" aria-label={wording.say('howWasIt')} onPointerLeave={point(0)}>
        <p class="line" aria-hidden="true">
          {wording.say('howWasIt')}
        </p>
        {SCORES.map((score) => (
          <button
            type="button"
            key={score}
            class={score <= pointed ? 'star lit' : 'star'}
            aria-label={wording.say('rate', { score })}
            onPointerEnter={point(score)}
            onFocus={point(score)}
            onBlur={point(0)}
            onClick={() => onRate(score)}
          >
            <Icon name="star" />
          </button>
        ))}
      </div>
    );
  }
}
