import { Component } from 'preact';
import type { SubmitContact } from '#contracts';
import type { Wording } from '../texts/wording.js';

interface ContactFormProps {
  readonly wording: Wording;
  readonly when: string;
  readonly leftFor: string | null;
  readonly onLeave: (contact: SubmitContact) => Promise<boolean>;
  readonly onWrite: (text: string) => void;
}

interface ContactFormState {
  readonly wrong: boolean;
  readonly sending: boolean;
}

/** For when nobody is there: how a person can answer later. */
export class ContactForm extends Component<ContactFormProps, ContactFormState> {
  override state: ContactFormState = { wrong: false, sending: false };

  override render({ wording, when, leftFor }: ContactFormProps, { wrong, sending }: ContactFormState) {
    if (leftFor)
      return (
        <p class="line" role="status">
          {wording.say('contactLeft', { email: leftFor })}
        </p>
      );
    return (
      <form class="contact" noValidate onSubmit={(event) => void this.submit(event)}>
        <p>{wording.say('leaveContact', { when })}</p>
        <label>
          {wording.say('email')}
          <input
            name="email"
            type="email"
            autocomplete="email"
            required
            aria-invalid={wrong}
            aria-describedby={wrong ? 'baton-email-wrong' : undefined}
            onInput={() => wrong && this.setState({ wrong: false })}
          />
        </label>
        {wrong && (
          <p class="wrong" id="baton-email-wrong" role="alert">
            {wording.say('emailWrong')}
          </p>
        )}
        <label>
          <span>
            {wording.say('name')} <i>{wording.say('optional')}</i>
          </span>
          <input name="name" autocomplete="name" maxLength={200} />
        </label>
        <label>
          <span>
            {wording.say('whatToKnow')} <i>{wording.say('optional')}</i>
          </span>
          <textarea name="text" rows={2} maxLength={8000} />
        </label>
        <button class="go" disabled={sending}>
          {wording.say('leaveMessage')}
        </button>
      </form>
    );
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    const email = field('email');
    if (!email.value.trim() || !email.validity.valid) {
      this.setState({ wrong: true });
      return email.focus();
    }
    const [name, text] = [field('name').value.trim(), field('text').value.trim()];
    this.setState({ sending: true });
    const left = await this.props.onLeave({ email: email.value.trim(), ...(name ? { name } : {}) });
    this.setState({ sending: false });
    if (left && text) this.props.onWrite(text);
  }
}
