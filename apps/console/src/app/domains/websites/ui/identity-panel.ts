import { Component, computed, inject, input, output, signal } from '@angular/core';
import { BaButton, BaCopyable, BaIcon, BaPanel, BaSegmented } from '#ui';
import { Texts } from '../../../i18n';
import { pageSample, SAMPLE_LANGUAGES, serverSample, type Proof, type SampleLanguage } from '../data/identity-samples';
import { websitesTexts } from '../texts';

/** Whether the website's server can vouch for its visitors, and the code with which it does. */
@Component({
  selector: 'baton-identity-panel',
  imports: [BaButton, BaCopyable, BaIcon, BaPanel, BaSegmented],
  template: `
    <ba-panel>
      <div class="state">
        <span class="icon" [class.set]="since()"><ba-icon name="lock" [size]="16" /></span>
        <div>
          <strong>{{ since() ? t('identity.since', { date: date() }) : t('identity.none') }}</strong>
          <p>{{ since() ? t('identity.sinceHint') : t('identity.noneHint') }}</p>
        </div>
        @if (mayEdit()) {
          <button ba-button type="button" [look]="since() ? 'plain' : 'primary'" (click)="renew.emit()">
            {{ since() ? t('identity.replace') : t('identity.make') }}
          </button>
        }
      </div>
    </ba-panel>
    <ba-panel [heading]="t('identity.how')">
      <div class="choices">
        <ba-segmented [label]="t('identity.proof')" [choices]="proofs()" [(value)]="proof" />
        <ba-segmented [label]="t('identity.language')" [choices]="languages" [(value)]="language" />
      </div>
      <p>{{ proof() === 'jwt' ? t('identity.jwtHint') : t('identity.hmacHint') }}</p>
      <h3>{{ t('identity.onServer') }}</h3>
      <ba-copyable [label]="t('identity.onServer')" [text]="onServer()" />
      <h3>{{ t('identity.onPage') }}</h3>
      <ba-copyable [label]="t('identity.onPage')" [text]="onPage()" />
    </ba-panel>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: center;
    }
    .state div {
      flex: 1;
      min-width: 200px;
    }
    .icon {
      display: grid;
      place-items: center;
      width: 36px;
      height: 36px;
      border-radius: var(--r-m);
      color: var(--text-3);
      background: var(--sunken);
    }
    .icon.set {
      color: var(--accent);
      background: var(--accent-soft);
    }
    strong {
      font-weight: 600;
    }
    p {
      margin: 0;
      max-width: 72ch;
      color: var(--text-2);
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      margin-bottom: 8px;
    }
    h3 {
      margin: 16px 0 6px;
      font-size: 12px;
      font-weight: 600;
      color: var(--text-2);
    }
  `,
})
export class IdentityPanel {
  readonly websiteKey = input.required<string>();
  /** When the secret was made. */
  readonly since = input.required<string | null>();
  readonly mayEdit = input(false);
  readonly renew = output<void>();

  protected readonly t = websitesTexts();
  private readonly texts = inject(Texts);
  protected readonly proof = signal<string>('jwt');
  protected readonly language = signal<string>('node');
  protected readonly proofs = computed(() => [
    { value: 'jwt', label: this.t('identity.jwt') },
    { value: 'hmac', label: this.t('identity.hmac') },
  ]);
  protected readonly languages = Object.entries(SAMPLE_LANGUAGES).map(([value, label]) => ({ value, label }));
  protected readonly onServer = computed(() => serverSample(this.proof() as Proof, this.language() as SampleLanguage));
  protected readonly onPage = computed(() => pageSample(this.proof() as Proof, this.websiteKey()));
  protected readonly date = computed(() =>
    new Intl.DateTimeFormat(this.texts.locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(this.since()!)),
  );
}
