import { Component, createRef, type ComponentChildren } from 'preact';
import type { Wording } from '../texts/wording.js';
import { Icon } from './icons.js';

interface ThreadProps {
  readonly wording: Wording;
  /** Grows with every message; the visitor's own bring the end back into view. */
  readonly messages: number;
  readonly own: number;
  readonly children: ComponentChildren;
}

/** How near to the end still counts as reading along, in pixels. */
const NEAR_PX = 48;

/** The scrolling part: follows the end while the visitor reads along, and leaves them alone while they read back. */
export class Thread extends Component<ThreadProps, { behind: boolean }> {
  override state = { behind: false };
  private readonly scroller = createRef<HTMLDivElement>();
  private atEnd = true;
  private observer: ResizeObserver | undefined;

  override componentDidMount(): void {
    this.toEnd();
    const { current } = this.scroller;
    if (typeof ResizeObserver === 'undefined' || !current) return;
    // The keyboard or a growing composer takes room from the end; a form that unfolds puts more there.
    this.observer = new ResizeObserver(() => this.atEnd && this.toEnd());
    this.observer.observe(current);
    if (current.firstElementChild) this.observer.observe(current.firstElementChild);
  }

  override componentWillUnmount(): void {
    this.observer?.disconnect();
  }

  override componentDidUpdate(before: ThreadProps): void {
    if (this.atEnd || before.own < this.props.own) this.toEnd();
    else if (before.messages < this.props.messages) this.setState({ behind: true });
  }

  override render({ wording, children }: ThreadProps, { behind }: { behind: boolean }) {
    return (
      <div class="thread">
        <div
          class="scroller"
          ref={this.scroller}
          tabIndex={0}
          role="region"
          aria-label={wording.say('conversation')}
          onScroll={() => this.scrolled()}
        >
          <div>{children}</div>
        </div>
        {behind && (
          <button type="button" class="pill jump" onClick={() => this.toEnd()}>
            <Icon name="down" /> {wording.say('newMessages')}
          </button>
        )}
      </div>
    );
  }

  private scrolled(): void {
    const scroller = this.scroller.current;
    if (!scroller) return;
    this.atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
    if (this.atEnd && this.state.behind) this.setState({ behind: false });
  }

  private toEnd(): void {
    const scroller = this.scroller.current;
    if (!scroller) return;
    scroller.scrollTop = scroller.scrollHeight;
    this.atEnd = true;
    if (this.state.behind) this.setState({ behind: false });
  }
}
