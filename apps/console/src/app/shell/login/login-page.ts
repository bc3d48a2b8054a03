import { afterNextRender, Component, effect, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { email, form, FormField, required, submit } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { SetupState } from '#contracts';
import { BatonError } from '#sdk';
import { BaButton, BaCallout, BaField, BaInput } from '#ui';
import { Mark } from '../mark';
import { SignedIn } from '../signed-in';
import { shellTexts } from '../texts';
import { LanguageChoice } from './language-choice';

const PROBLEMS = {
  'auth.invalid_credentials': 'login.wrong',
  'auth.too_many_attempts': 'login.tooMany',
  'network.unreachable': 'login.unreachable',
  'network.timeout': 'login.timeout',
} as const;

type Problem = (typeof PROBLEMS)[keyof typeof PROBLEMS] | 'login.failed';

@Component({
  selector: 'baton-login-page',
  imports: [FormField, BaButton, BaCallout, BaField, BaInput, LanguageChoice, Mark],
  template: `
    <main>
      <baton-mark [size]="36" />
      <h1>{{ t('login.heading') }}</h1>
      @if (problem(); as problem) {
        <ba-callout tone="bad">{{ t(problem) }}</ba-callout>
      }
      <form novalidate (submit)="signIn($event)">
        <ba-field [label]="t('login.email')" [of]="login.email">
          <input ba-input type="email" autocomplete="username" [formField]="login.email" #email />
        </ba-field>
        <ba-field [label]="t('login.password')" [of]="login.password">
          <input ba-input type="password" autocomplete="current-password" [formField]="login.password" />
        </ba-field>
        <button ba-button look="primary" type="submit" [busy]="login().submitting()">{{ t('login.submit') }}</button>
      </form>
      <baton-language-choice />
    </main>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      min-height: 100dvh;
      padding: 24px;
    }
    main {
      width: min(340px, 100%);
      display: grid;
      gap: 16px;
      padding-bottom: 10vh;
    }
    h1 {
      margin: 4px 0 4px;
      font-size: 18px;
      line-height: 24px;
      font-weight: 600;
      letter-spacing: -0.01em;
    }
    form {
      display: grid;
      gap: 14px;
    }
    button {
      height: 34px;
      margin-top: 4px;
    }
  `,
})
export class LoginPage {
  protected readonly t = shellTexts();
  private readonly signedIn = inject(SignedIn);
  private readonly router = inject(Router);
  private readonly setup = httpResource<SetupState>(() => '/api/v1/setup');

  /** Where the visitor of this page wanted to go; from the query. */
  readonly next = input<string>();

  private readonly said = signal<Problem | null>(null);
  protected readonly problem = this.said.asReadonly();
  protected readonly login = form(signal({ email: '', password: '' }), (path) => {
    required(path.email, { message: () => this.t('login.emailMissing') });
    email(path.email, { message: () => this.t('login.emailWrong') });
    required(path.password, { message: () => this.t('login.passwordMissing') });
  });

  private readonly emailField = viewChild.required<ElementRef<HTMLInputElement>>('email');

  constructor() {
    afterNextRender(() => this.emailField().nativeElement.focus());
    effect(() => {
      // A new installation has nobody who could sign in yet.
      if (this.setup.hasValue() && this.setup.value().open) void this.router.navigateByUrl('/setup');
    });
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.said.set(null);
    await submit(this.login, async () => {
      try {
        await this.signedIn.signIn(this.login().value());
        await this.router.navigateByUrl(safeNext(this.next()));
      } catch (error) {
        this.said.set(problemOf(error));
      }
    });
  }
}

/** Only paths of this console: an address from elsewhere must not be opened after signing in. */
function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/';
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof BatonError)) throw error;
  return error.code in PROBLEMS ? PROBLEMS[error.code as keyof typeof PROBLEMS] : 'login.failed';
}
