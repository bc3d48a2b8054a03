import { afterNextRender, Component, computed, effect, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
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

/** Rough on purpose: the server knows who there is. */
const EMAIL = /^\S+@\S+$/u;

type Problem = (typeof PROBLEMS)[keyof typeof PROBLEMS] | 'login.failed';

@Component({
  selector: 'baton-login-page',
  imports: [BaButton, BaCallout, BaField, BaInput, LanguageChoice, Mark],
  template: `
    <main>
      <baton-mark [size]="36" />
      <h1>{{ t('login.heading') }}</h1>
      @if (problem(); as problem) {
        <ba-callout tone="bad">{{ t(problem) }}</ba-callout>
      }
      <form novalidate (submit)="signIn($event)">
        <ba-field [label]="t('login.email')" [error]="emailError()">
          <input ba-input type="email" autocomplete="username" [value]="email()" (input)="email.set(emailInput.value)" #emailInput />
        </ba-field>
        <ba-field [label]="t('login.password')" [error]="passwordError()">
          <input
            ba-input
            type="password"
            autocomplete="current-password"
            [value]="password()"
            (input)="password.set(passwordInput.value)"
            #passwordInput
          />
        </ba-field>
        <button ba-button look="primary" type="submit" [busy]="busy()">{{ t('login.submit') }}</button>
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
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  /** Nobody is told off before they have tried. */
  private readonly tried = signal(false);

  // Two fields need no forms library; this page is the first thing to be fetched.
  protected readonly emailError = computed(() => {
    if (!this.tried() || EMAIL.test(this.email())) return null;
    return this.t(this.email() === '' ? 'login.emailMissing' : 'login.emailWrong');
  });
  protected readonly passwordError = computed(() => (this.tried() && this.password() === '' ? this.t('login.passwordMissing') : null));

  private readonly emailField = viewChild.required<ElementRef<HTMLInputElement>>('emailInput');
  private readonly passwordField = viewChild.required<ElementRef<HTMLInputElement>>('passwordInput');

  constructor() {
    afterNextRender(() => this.emailField().nativeElement.focus());
    effect(() => {
      // A new installation has nobody who could sign in yet.
      if (this.setup.hasValue() && this.setup.value().open) void this.router.navigateByUrl('/setup');
    });
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.said.set(null);
    this.tried.set(true);
    if (this.emailError()) return this.emailField().nativeElement.focus();
    if (this.passwordError()) return this.passwordField().nativeElement.focus();
    this.busy.set(true);
    try {
      await this.signedIn.signIn({ email: this.email(), password: this.password() });
      await this.router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      this.said.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
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
