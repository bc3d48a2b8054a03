import { Component, computed, inject, signal } from '@angular/core';
import { BaButton, BaCallout, BaDialog, BaField, BaInput, DIALOG_DATA, DialogRef } from '#ui';
import { problemOf } from '../../../editing/problem';
import { RulesApi } from '../data/rules-api';
import { readRules, toImport } from '../data/transfer';
import { rulesTexts } from '../texts';

/** Brings rules in from a file or the clipboard, into shadow. Closes with how many came. */
@Component({
  imports: [BaButton, BaCallout, BaDialog, BaField, BaInput],
  template: `
    <ba-dialog [heading]="t('transfer.heading')">
      <p>{{ t('transfer.hint') }}</p>
      <input #file type="file" accept="application/json,.json" hidden (change)="take(file)" />
      <button ba-button type="button" (click)="file.click()">{{ t('transfer.file') }}</button>
      <ba-field [label]="t('transfer.paste')" [error]="wrong()">
        <textarea ba-input class="mono" rows="8" spellcheck="false" #pasted [value]="text()" (input)="text.set(pasted.value)"></textarea>
      </ba-field>
      @if (rules(); as rules) {
        <p role="status">{{ t('transfer.found', { count: rules.length }) }}</p>
        <ul>
          @for (rule of rules; track $index) {
            <li>{{ rule.name }}</li>
          }
        </ul>
      }
      @if (failure()) {
        <ba-callout tone="bad" role="alert">{{ failure() }}</ba-callout>
      }
      <ng-container actions>
        <button ba-button look="primary" type="button" [disabled]="!rules()" [busy]="going()" (click)="go()">
          {{ t('transfer.go', { count: rules()?.length ?? 0 }) }}
        </button>
      </ng-container>
    </ba-dialog>
  `,
  styles: `
    p {
      margin: 0 0 12px;
      color: var(--text-2);
    }
    ba-field {
      margin: 12px 0;
    }
    ul {
      margin: 0 0 12px;
      padding-left: 18px;
    }
  `,
})
export class ImportDialog {
  protected readonly t = rulesTexts();
  private readonly api = inject(RulesApi);
  private readonly websiteId = inject<string>(DIALOG_DATA);
  private readonly ref = inject<DialogRef<number>>(DialogRef);

  protected readonly text = signal('');
  protected readonly going = signal(false);
  protected readonly failure = signal('');
  private readonly read = computed(() => (this.text().trim() === '' ? null : readRules(this.text())));
  /** What has come in already, so that trying again brings the rest. */
  private readonly done = signal(0);

  protected readonly rules = computed(() => {
    const read = this.read();
    return read?.ok ? read.rules.slice(this.done()) : null;
  });
  protected readonly wrong = computed(() => {
    const read = this.read();
    if (!read || read.ok) return null;
    if (read.why === 'json') return this.t('transfer.wrong', { reason: this.t('transfer.noJson') });
    if (read.why === 'none') return this.t('transfer.wrong', { reason: this.t('transfer.noRules') });
    return this.t('transfer.wrong', { reason: this.t('transfer.notRule', { number: read.number }) });
  });

  protected async take(file: HTMLInputElement): Promise<void> {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    this.done.set(0);
    this.text.set(await chosen.text());
  }

  protected async go(): Promise<void> {
    this.going.set(true);
    this.failure.set('');
    for (const rule of this.rules() ?? []) {
      try {
        await this.api.create(toImport(rule, this.websiteId));
        this.done.update((count) => count + 1);
      } catch (error) {
        const { detail, errors } = problemOf(error);
        const [first] = errors ?? [];
        this.failure.set(this.t('transfer.failed', { name: rule.name, reason: first ? `${first.path} ${first.message}` : detail }));
        this.going.set(false);
        return;
      }
    }
    this.ref.close(this.done());
  }
}
