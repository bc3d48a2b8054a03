import { Component, createRef } from 'preact';
import { MESSAGE_TEXT_MAX_CHARS } from '#contracts';
import type { Wording } from '../texts/wording.js';
import { Icon } from './icons.js';

interface ComposerProps {
  readonly wording: Wording;
  readonly text: string;
  readonly disabled: boolean;
  readonly onWrite: (text: string) => void;
  readonly onSend: (text: string) => void;
}

/** Enter sends, Shift+Enter begins a line. It grows with what is written. */
export class Composer extends Component<ComposerProps> {
  private readonly field = createRef<HTMLTextAreaElement>();

  focus(): void {
    const field = this.field.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  override render({ wording, text, disabled, onWrite }: ComposerProps) {
    const tooLong = text.length > MESSAGE_TEXT_MAX_CHARS;
    return (
      <form class="composer" onSubmit={(event) => this.send(event)}>
        {tooLong && (
          <p class="wrong" role="alert">
            {wording.say('tooLong', { max: MESSAGE_TEXT_MAX_CHARS })}
          </p>
        )}
        <div class="field">
          <textarea
            ref={this.field}
            rows={1}
            // What is written goes its own way; the placeholder goes the chat's.
            dir={text ? 'auto' : undefined}
            value={text}
            disabled={disabled}
            aria-invalid={tooLong}
            enterkeyhint="send"
            aria-label={wording.say('writeMessage')}
            placeholder={wording.say('writeMessage')}
            onInput={(event) => onWrite(event.currentTarget.value)}
            onKeyDown={(event) => this.key(event)}
          />
          <button class="send" aria-label={wording.say('send')} disabled={disabled || tooLong || !text.trim()}>
            <Icon name="send" />
          </button>
        </div>
      </form>
    );
  }

  private key(event: KeyboardEvent): void {
    // While a word is being composed, Enter chooses it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) this.send(event);
  }

  private send(event: Event): void {
    event.preventDefault();
    const { text, disabled, onWrite, onSend } = this.props;
    if (disabled || !text.trim() || text.length > MESSAGE_TEXT_MAX_CHARS) return;
    onWrite('');
    onSend(text.trim());
    this.focus();
  }
}
