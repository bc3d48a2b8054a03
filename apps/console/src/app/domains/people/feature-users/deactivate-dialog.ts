import { Component, computed, inject, resource, signal } from '@angular/core';
import { BaButton, BaDialog, DIALOG_DATA, DialogRef } from '#ui';
import { SignedIn } from '../../../shell';
import { PeopleApi } from '../data/people-api';
import { peopleTexts } from '../texts';

export interface Leaving {
  readonly releaseHandoffs: boolean;
}

/** Asks before somebody is sent away, and what becomes of whom they are talking to. */
@Component({
  imports: [BaButton, BaDialog],
  template: `
    <ba-dialog [heading]="t('deactivate.title', { name: person.name })">
      <p>{{ t('deactivate.body') }}</p>
      @if (held.isLoading()) {
        <p class="quiet" aria-live="polite">{{ t('deactivate.counting') }}</p>
      } @else if (none()) {
        <p class="quiet">{{ t('deactivate.none') }}</p>
      } @else {
        <label class="ba-check">
          <input type="checkbox" [checked]="release()" (change)="release.set($any($event.target).checked)" />
          <span>{{ question() }}</span>
        </label>
      }
      <ng-container actions>
        <button ba-button type="button" (click)="ref.close()">{{ t('cancel') }}</button>
        <button ba-button look="danger" type="button" [disabled]="held.isLoading()" (click)="ref.close({ releaseHandoffs: !none() && release() })">
          {{ t('deactivate.confirm') }}
        </button>
      </ng-container>
    </ba-dialog>
  `,
  styles: `
    p {
      margin: 0 0 12px;
    }
    .quiet {
      color: var(--text-2);
    }
  `,
})
export class DeactivateDialog {
  protected readonly t = peopleTexts();
  protected readonly person = inject<{ readonly id: string; readonly name: string }>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Leaving>>(DialogRef);
  private readonly api = inject(PeopleApi);
  private readonly maySee = inject(SignedIn).can('handoff.view');

  protected readonly release = signal(true);
  protected readonly held = resource({ loader: async () => (this.maySee ? this.api.heldBy(this.person.id) : null) });
  private readonly page = computed(() => (this.held.hasValue() ? this.held.value() : null));
  protected readonly none = computed(() => this.page()?.items.length === 0);
  /** Who may not see how many there are, or could not find out, is asked all the same. */
  protected readonly question = computed(() => {
    const page = this.page();
    if (!page) return this.t('deactivate.releaseUnknown');
    const count = page.items.length;
    return page.nextCursor === null ? this.t('deactivate.release', { count }) : this.t('deactivate.releaseMany', { count });
  });
}
