import { Component, DOCUMENT, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaCallout, BaEmpty, BaField, BaInput, BaSkeleton } from '#ui';
import { SignedIn } from '../../../shell';
import { Welcome } from '../data/welcome';
import { peopleTexts } from '../texts';

/** Where an invitation, or a link for another password, leads. */
@Component({
  imports: [BaButton, BaCallout, BaEmpty, BaField, BaInput, BaSkeleton, FormField, RouterLink],
  providers: [Welcome],
  template: `
    <main>
      @if (!welcome.holder() || welcome.problem()) {
        <h1 class="ba-hidden-text">{{ t('titles.welcome') }}</h1>
      }
      @if (welcome.problem(); as problem) {
        <ba-empty icon="link" [title]="problem.status === 404 ? t('welcome.gone') : problem.status === 429 ? t('welcome.tooMany') : problem.detail">
          {{ problem.status === 404 ? t('welcome.goneHint') : '' }}
          @if (problem.status === 404) {
            <a action ba-button routerLink="/login">{{ t('welcome.toLogin') }}</a>
          } @else {
            <button action ba-button type="button" (click)="look()">{{ t('tryAgain') }}</button>
          }
        </ba-empty>
      } @else if (welcome.holder(); as holder) {
        <h1>{{ holder.purpose === 'invitation' ? t('welcome.invitation', { name: holder.name }) : t('welcome.reset') }}</h1>
        <p>{{ t(holder.purpose === 'invitation' ? 'welcome.invitationLead' : 'welcome.resetLead', { email: holder.email }) }}</p>
        @if (welcome.draft.problem(); as problem) {
          <ba-callout tone="bad">{{ problem.detail }}</ba-callout>
        }
        <form novalidate (submit)="$event.preventDefault(); enter()">
          <input class="ba-hidden-text" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="holder.email" />
          <ba-field [label]="t('me.fresh')" [hint]="t('me.atLeast', { count: 10 })" [of]="welcome.form.password">
            <input ba-input type="password" autocomplete="new-password" [formField]="welcome.form.password" />
          </ba-field>
          <ba-field [label]="t('me.again')" [of]="welcome.form.again">
            <input ba-input type="password" autocomplete="new-password" [formField]="welcome.form.again" />
          </ba-field>
          <button ba-button look="primary" type="submit" [busy]="welcome.draft.saving()">{{ t('welcome.submit') }}</button>
        </form>
      } @else {
        <p class="ba-hidden-text" aria-live="polite">{{ t('welcome.looking') }}</p>
        <ba-skeleton [count]="4" />
      }
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
      width: min(360px, 100%);
      display: grid;
      gap: 12px;
      padding-bottom: 10vh;
    }
    h1 {
      margin: 0;
      font-size: 18px;
      line-height: 24px;
      font-weight: 600;
      letter-spacing: -0.01em;
    }
    p {
      margin: 0 0 8px;
      color: var(--text-2);
    }
    form {
      display: grid;
      gap: 14px;
    }
    form button {
      height: 34px;
      margin-top: 4px;
    }
  `,
})
export default class WelcomePage {
  protected readonly t = peopleTexts();
  protected readonly welcome = inject(Welcome);
  private readonly signedIn = inject(SignedIn);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  constructor() {
    this.look();
  }

  protected look(): void {
    void this.welcome.open(this.document.location.hash.slice(1));
  }

  protected async enter(): Promise<void> {
    const me = await this.welcome.enter();
    if (!me) return;
    this.signedIn.welcome(me);
    // The link has done its work; it need not stay in the history.
    await this.router.navigateByUrl('/', { replaceUrl: true });
  }
}
