import { Component, createRef } from 'preact';
import type { Wording } from '../texts/wording.js';

const STAR = 'm12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8L12 3.6Z';
const SCORES = [1, 2, 3, 4, 5];
const COMMENT_MAX_CHARS = 2000;

interface RatingProps {
  readonly rated: boolean;
  readonly wording: Wording;
  /** @returns whether it arrived */
  readonly onRate: (score: number, comment?: string) => Promise<boolean>;
}

interface RatingState {
  readonly pointed: number;
  /** Chosen here, so that a word can still be added; 0 when it was chosen on an earlier page. */
  readonly score: number;
  readonly done: boolean;
}

/** Five stars, once; and a word besides for who wants to. */
export class Rating extends Component<RatingProps, RatingState> {
  override state: RatingState = { pointed: 0, score: 0, done: false };
  private readonly thanks = createRef<HTMLDivElement>();

  override componentDidUpdate(_: RatingProps, before: RatingState): void {
    // The star that had the focus is gone, and with it every key of the panel.
    if (before.score !== this.state.score || before.done !== this.state.done) this.thanks.current?.focus();
  }

  override render({ rated, wording }: RatingProps, { pointed, score, done }: RatingState) {
    if (rated)
      return (
        <div class="rated" ref={this.thanks} tabIndex={-1}>
          <p class="line" role="status">
            {wording.say('thanksForRating')}
          </p>
          {score > 0 && !done && this.comment()}
        </div>
      );
    const point = (to: number) => () => this.setState({ pointed: to });
    return (
      <div class="rating" role="group" aria-label={wording.say('howWasIt')} onPointerLeave={point(0)}>
        <p class="line" aria-hidden="true">
          {wording.say('howWasIt')}
        </p>
        {SCORES.map((one) => (
          <button
            type="button"
            key={one}
            class={one <= pointed ? 'star lit' : 'star'}
            aria-label={wording.say('rate', { score: one })}
            onPointerEnter={point(one)}
            onFocus={point(one)}
            onBlur={point(0)}
            onClick={() => void this.choose(one)}
          >
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d={STAR} />
            </svg>
          </button>
        ))}
      </div>
    );
  }

  private comment() {
    const { wording } = this.props;
    return (
      <form class="contact" onSubmit={(event) => void this.tell(event)}>
        <label>
          <span>
            {wording.say('tellUsMore')} <i>{wording.say('optional')}</i>
          </span>
          <textarea name="comment" rows={2} maxLength={COMMENT_MAX_CHARS} />
        </label>
        <button class="go">{wording.say('send')}</button>
      </form>
    );
  }

  private async choose(score: number): Promise<void> {
    if (await this.props.onRate(score)) this.setState({ score });
  }

  private async tell(event: Event): Promise<void> {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('comment') as HTMLTextAreaElement;
    const comment = field.value.trim();
    if (!comment) return field.focus();
    if (await this.props.onRate(this.state.score, comment)) this.setState({ done: true });
  }
}
