import { Component, inject } from '@angular/core';
import { BaButton, BaCallout, BaDialog, BaField, BaInput, DIALOG_DATA, DialogRef, UI_TEXTS } from '#ui';
import type { ImportFlaw } from '../data/import-parse';
import { Importer } from '../data/importer';
import { knowledgeTexts } from '../texts';

/** Brings several articles in at once, pasted or from files, as drafts. Closes with how many came in. */
@Component({
  imports: [BaButton, BaCallout, BaDialog, BaField, BaInput],
  providers: [Importer],
  template: `
    <ba-dialog [heading]="t('import.heading')">
      <p>{{ t('import.hint') }}</p>
      <ba-field [label]="t('import.paste')">
        <label beside class="ba-link choose">
          {{ t('import.files') }}
          <input
            #files
            class="ba-hidden-text"
            type="file"
            multiple
            accept=".md,.markdown,.txt,.csv,text/markdown,text/plain,text/csv"
            (change)="read(files)"
          />
        </label>
        <textarea
          ba-input
          #pasted
          class="mono"
          rows="9"
          [placeholder]="t('import.pastePlaceholder')"
          [value]="importer.text()"
          [readonly]="importer.busy()"
          (input)="importer.text.set(pasted.value)"
        ></textarea>
      </ba-field>
      <div aria-live="polite">
        @if (importer.text().trim() !== '') {
          @if (importer.waiting().length > 0) {
            <p class="found">
              <strong>{{ t('import.found', { count: importer.waiting().length }) }}</strong> {{ t('import.asDrafts') }}
            </p>
            <ul>
              @for (article of importer.waiting().slice(0, 8); track $index) {
                <li>{{ article.title }}</li>
              }
              @if (importer.waiting().length > 8) {
                <li>…</li>
              }
            </ul>
          } @else {
            <p class="found">{{ t('import.nothing') }}</p>
          }
          @if (importer.found().flaws; as flaws) {
            @if (flaws.length > 0) {
              <ba-callout tone="warn">
                {{ t('import.problems', { count: flaws.length }) }}
                <ul>
                  @for (flaw of flaws.slice(0, 8); track $index) {
                    <li>{{ said(flaw) }}</li>
                  }
                </ul>
              </ba-callout>
            }
          }
        }
        @if (importer.problem(); as problem) {
          <ba-callout tone="bad">{{
            t('import.failed', { done: importer.progress().done, all: importer.progress().all, reason: problem.detail })
          }}</ba-callout>
        }
      </div>
      <ng-container actions>
        <button ba-button type="button" (click)="ref.close(brought)">{{ parts.cancel }}</button>
        <button ba-button look="primary" type="button" [busy]="importer.busy()" [disabled]="importer.waiting().length === 0" (click)="go()">
          {{ importer.busy() ? t('import.going', importer.progress()) : t('import.go', { count: importer.waiting().length }) }}
        </button>
      </ng-container>
    </ba-dialog>
  `,
  styles: `
    p {
      margin: 0 0 12px;
      color: var(--text-2);
    }
    .choose {
      margin-left: auto;
      cursor: pointer;
      position: relative;
    }
    .choose:focus-within {
      box-shadow: var(--focus);
    }
    .found {
      margin: 12px 0 4px;
    }
    strong {
      font-weight: 600;
      color: var(--text);
    }
    ul {
      margin: 0 0 12px;
      padding-left: 18px;
    }
    ba-callout ul {
      margin: 4px 0 0;
    }
  `,
})
export class ImportDialog {
  protected readonly t = knowledgeTexts();
  protected readonly parts = inject(UI_TEXTS);
  protected readonly importer = inject(Importer);
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
  private readonly target = inject<{ readonly websiteId: string; readonly language: string }>(DIALOG_DATA);
  protected brought = 0;

  protected async go(): Promise<void> {
    const whole = await this.importer.bringIn(this.target.websiteId, this.target.language);
    this.brought += this.importer.progress().done;
    if (whole) this.ref.close(this.brought);
  }

  /** Several files stand behind each other, as if pasted one after the other; of tables only one can. */
  protected async read(input: HTMLInputElement): Promise<void> {
    const texts = await Promise.all([...(input.files ?? [])].map((file) => file.text()));
    input.value = '';
    if (texts.length > 0) this.importer.text.set(texts.join('\n\n'));
  }

  protected said(flaw: ImportFlaw): string {
    switch (flaw.kind) {
      case 'noTitle':
        return this.t('import.noTitle', { line: flaw.line });
      case 'noColumns':
        return this.t('import.noColumns');
      default:
        return this.t(`import.${flaw.kind}`, { title: flaw.title });
    }
  }
}
