import { Component, computed, inject } from '@angular/core';
import type { CreatedLink } from '#contracts';
import { BaButton, BaCopyable, BaDialog, DIALOG_DATA, DialogRef } from '#ui';
import { Texts } from '../../../i18n';
import { peopleTexts } from '../texts';

export interface HandedLink extends CreatedLink {
  readonly name: string;
}

/** The one moment in which a link can be copied. */
@Component({
  imports: [BaButton, BaCopyable, BaDialog],
  template: `
    <ba-dialog [heading]="t(link.purpose === 'invitation' ? 'link.invitation' : 'link.reset', { name: link.name })">
      <p>{{ t('link.once', { name: link.name, until: until() }) }}</p>
      <ba-copyable [label]="t('link.label')" [text]="link.url" />
      @if (link.purpose === 'reset') {
        <p class="quiet">{{ t('link.reset_note') }}</p>
      }
      <button actions ba-button look="primary" type="button" (click)="ref.close()">{{ t('link.done') }}</button>
    </ba-dialog>
  `,
  styles: `
    p {
      margin: 0 0 12px;
    }
    .quiet {
      margin: 12px 0 0;
      color: var(--text-2);
    }
  `,
})
export class LinkDialog {
  protected readonly t = peopleTexts();
  protected readonly link = inject<HandedLink>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  private readonly texts = inject(Texts);

  protected readonly until = computed(() =>
    new Date(this.link.expiresAt).toLocaleString(this.texts.locale(), { dateStyle: 'medium', timeStyle: 'short' }),
  );
}
