import { inject, Injectable, signal } from '@angular/core';
import { email, form, minLength, required, validate } from '@angular/forms/signals';
import type { ProblemBody, Setup } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { SetupApi } from './setup-api';

const PASSWORD_MIN_CHARS = 10;

interface Answers extends Omit<Setup, 'website'> {
  readonly websiteName: string;
  readonly websiteOrigin: string;
}

/** `asking` until the server has said whether anybody exists. */
export type FirstRunState = 'asking' | 'open' | 'done' | 'failed';

/** The first admin and the first website. */
@Injectable()
export class FirstRun {
  private readonly api = inject(SetupApi);
  private readonly current = signal<FirstRunState>('asking');
  private readonly failure = signal<ProblemBody | null>(null);

  readonly state = this.current.asReadonly();
  readonly failed = this.failure.asReadonly();
  readonly form = form(signal<Answers>({ token: '', name: '', email: '', password: '', websiteName: '', websiteOrigin: '' }), (setup) => {
    required(setup.token, { message: 'The token stands in the log of the server' });
    required(setup.name, { message: 'What your team calls you' });
    required(setup.email, { message: 'You sign in with it' });
    email(setup.email, { message: 'An address such as ana@example.com' });
    required(setup.password, { message: 'Choose a password' });
    minLength(setup.password, PASSWORD_MIN_CHARS, { message: `At least ${PASSWORD_MIN_CHARS} characters` });
    required(setup.websiteName, { message: 'What visitors know it as' });
    required(setup.websiteOrigin, { message: 'Where the chat will stand, e.g. https://shop.example' });
    validate(setup.websiteOrigin, ({ value }) =>
      value().trim() && !originOf(value()) ? { kind: 'origin', message: 'An address such as https://shop.example' } : null,
    );
  });
  readonly draft = new Draft(this.form);

  async begin(token: string): Promise<void> {
    this.current.set('asking');
    if (token) this.form.token().value.set(token);
    try {
      const { open } = await this.api.state();
      this.current.set(open ? 'open' : 'done');
    } catch (error) {
      this.failure.set(problemOf(error));
      this.current.set('failed');
    }
  }

  /** Whoever pastes a page's whole address means its origin. */
  complete(): Promise<boolean> {
    return this.draft.save(async (setup) => {
      await this.api.complete({
        token: setup.token.trim(),
        name: setup.name.trim(),
        email: setup.email.trim(),
        password: setup.password,
        website: { name: setup.websiteName.trim(), allowedOrigins: [originOf(setup.websiteOrigin) ?? setup.websiteOrigin.trim()] },
      });
    });
  }
}

function originOf(text: string): string | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  return url && /^https?:$/u.test(url.protocol) ? url.origin : null;
}
