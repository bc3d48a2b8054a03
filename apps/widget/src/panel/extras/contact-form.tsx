import { Component, createRef } from 'preact';
import type { FieldError, SubmitContact } from '#contracts';
import type { Wording } from '../texts/wording.js';

interface ContactFormProps {
  readonly wording: Wording;
  readonly when: string;
  readonly leftFor: string | null;
  /** What the server would not take, field by field; null when it was not understood why. */
  readonly onLeave: (contact: SubmitContact) => Promise<readonly FieldError[] | null>;
  readonly onWrite: (text: string) => void;
}

type Wrong = Readonly<Partial<Record<'email' | 'name', boolean>>>;
interface ContactFormState {
  readonly wrong: Wrong;
  readonly sending: boolean;
}

/** For when nobody is there: how a person can answer later. */
export class ContactForm extends Component<ContactFormProps, ContactFormState> {
  override state: ContactFormState = { wrong: {}, sending: false };
  private readonly thanks = createRef<HTMLParagraphElement>();

  override componentDidUpdate(before: ContactFormProps): void {
    // The button that had the focus is gone, and with it every key of the panel.
    if (!before.leftFor && this.props.leftFor) this.thanks.current?.focus();
  }

  override render({ wording, when, leftFor }: ContactFormProps, { wrong, sending }: ContactFormState) {
    if (leftFor)
      return (
        <p class="line" role="status" ref={this.thanks} tabIndex={-1}>
          {wording.say('contactLeft', { email: leftFor })}
        </p>
      );
    return (
      <form class="contact" noValidate onSubmit={(event) => void this.submit(event)}>
        <p>{wording.say('leaveContact', { when })}</p>
        <label>
          {wording.say('email')}
          <input name="email" type="email" autocomplete="email" required {...this.told('email')} />
        </label>
        {wrong.email && (
          <p class="wrong" id="baton-email-wrong" role="alert">
            {wording.say('emailWrong')}
          </p>
        )}
        <label>
          <span>
            {wording.say('name')} <i>{wording.say('optional')}</i>
          </span>
          <input name="name" autocomplete="name" maxLength={200} {...this.told('name')} />
        </label>
        {wrong.name && (
          <p class="wrong" id="baton-name-wrong" role="alert">
            {wording.say('nameWrong')}
          </p>
        )}
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

  /** What a field says of itself; writing in it takes the complaint back. */
  private told(field: keyof Wrong) {
    const wrong = this.state.wrong[field] === true;
    return {
      'aria-invalid': wrong,
      'aria-describedby': wrong ? `baton-${field}-wrong` : undefined,
      onInput: () => wrong && this.setState(({ wrong: before }) => ({ wrong: { ...before, [field]: false } })),
    };
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    const complain = (...fields: (keyof Wrong)[]): void => {
      this.setState({ wrong: Object.fromEntries(fields.map((name) => [name, true])) });
      if (fields[0]) field(fields[0]).focus();
    };
    const email = field('email');
    if (!email.value.trim() || !email.validity.valid) return complain('email');
    const [name, text] = [field('name').value.trim(), field('text').value.trim()];
    this.setState({ sending: true });
    const errors = await this.props.onLeave({ email: email.value.trim(), ...(name ? { name } : {}) });
    this.setState({ sending: false });
    if (errors) complain(...(['email', 'name'] as const).filter((one) => errors.some(({ path }) => path === one)));
    // An empty list of errors is a yes.
    if (errors?.length === 0 && text) this.props.onWrite(text);
  }
}
