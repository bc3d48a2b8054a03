import { Component, createRef } from 'preact';
import type { Wording } from '../texts/wording.js';

interface MenuProps {
  readonly wording: Wording;
  readonly sound: boolean;
  /** There is something to end. */
  readonly canEnd: boolean;
  readonly onSound: (on: boolean) => void;
  readonly onSave: () => void;
  readonly onEnd: () => void;
  /** Closed, with the focus back where it came from. */
  readonly onClose: () => void;
}

/** What is seldom wanted. Ending asks once more, in the same place. */
export class Menu extends Component<MenuProps, { asking: boolean }> {
  override state = { asking: false };
  private readonly box = createRef<HTMLDivElement>();

  override componentDidMount(): void {
    this.items()[0]?.focus();
  }
  override componentDidUpdate(_: MenuProps, before: { asking: boolean }): void {
    // The harmless answer first: Enter pressed twice must not end anything.
    if (before.asking !== this.state.asking) this.items().at(-1)?.focus();
  }

  override render(props: MenuProps, { asking }: { asking: boolean }) {
    return <div class="drop">{asking ? this.question(props) : this.choices(props)}</div>;
  }

  private get keys() {
    return { onKeyDown: (event: KeyboardEvent) => this.key(event), onFocusOut: (event: FocusEvent) => this.left(event) };
  }

  private question({ wording }: MenuProps) {
    const named = { 'aria-label': wording.say('endConversation'), 'aria-describedby': 'baton-end' };
    return (
      <div class="menu asking" ref={this.box} role="alertdialog" {...named} {...this.keys}>
        <p id="baton-end">{wording.say('endAsk')}</p>
        <button type="button" class="go bad" onClick={() => this.end()}>
          {wording.say('endConversation')}
        </button>
        <button type="button" class="pill" onClick={() => this.setState({ asking: false })}>
          {wording.say('cancel')}
        </button>
      </div>
    );
  }

  private choices({ wording, sound, canEnd, onSound, onSave }: MenuProps) {
    return (
      <div class="menu" ref={this.box} role="menu" aria-label={wording.say('moreOptions')} {...this.keys}>
        <button type="button" role="menuitemcheckbox" tabIndex={-1} aria-checked={sound} onClick={() => onSound(!sound)}>
          {wording.say('sound')} <i aria-hidden="true">{sound ? '✓' : ''}</i>
        </button>
        <button type="button" role="menuitem" tabIndex={-1} onClick={() => this.andClose(onSave)}>
          {wording.say('saveTranscript')}
        </button>
        {canEnd && (
          <button type="button" role="menuitem" tabIndex={-1} class="bad" onClick={() => this.setState({ asking: true })}>
            {wording.say('endConversation')}
          </button>
        )}
      </div>
    );
  }

  private end(): void {
    this.andClose(this.props.onEnd);
  }

  private andClose(act: () => void): void {
    this.props.onClose();
    act();
  }

  private key(event: KeyboardEvent): void {
    const items = this.items();
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape') this.props.onClose();
    else return;
    // Esc would close the whole chat, the arrows would scroll.
    event.preventDefault();
    event.stopPropagation();
  }

  private left({ relatedTarget }: FocusEvent): void {
    const box = this.box.current;
    // Focus that went nowhere is a part that was redrawn, or a click on what takes none.
    if (relatedTarget && box && !box.contains(relatedTarget as Node)) this.props.onClose();
  }

  private items(): HTMLElement[] {
    return [...(this.box.current?.querySelectorAll<HTMLElement>('button') ?? [])];
  }
}
