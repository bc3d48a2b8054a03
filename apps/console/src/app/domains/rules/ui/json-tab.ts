import { Component, computed, effect, input, linkedSignal, output } from '@angular/core';
import type { RuleConditions } from '#contracts';
import { BaButton, BaIcon } from '#ui';
import { readConditions, writeConditions } from '../data/document';
import { same } from '../data/rule-draft';
import { rulesTexts } from '../texts';

/** The conditions as the document they are; what is written here is read at once. */
@Component({
  selector: 'baton-json-tab',
  imports: [BaButton, BaIcon],
  template: `
    <textarea
      #field
      class="ba-input mono"
      rows="14"
      spellcheck="false"
      [attr.aria-label]="t('json.label')"
      [attr.aria-invalid]="problems().length > 0 || null"
      [attr.aria-describedby]="problems().length > 0 ? 'json-problems' : 'json-hint'"
      [readonly]="!mayEdit()"
      [value]="text()"
      (input)="written(field.value)"
    ></textarea>
    @if (problems().length > 0) {
      <div id="json-problems" role="alert">
        <ul>
          @for (problem of problems(); track $index) {
            <li>
              <b>{{ t('json.at', { place: problem.place }) }}</b> {{ words(problem) }}
            </li>
          }
        </ul>
      </div>
    } @else {
      <div class="foot">
        <p id="json-hint">{{ t('json.hint') }}</p>
        <button ba-button type="button" (click)="copy()">
          <ba-icon name="copy" [size]="14" />{{ copied() ? t('json.copied') : t('json.copy') }}
        </button>
      </div>
    }
  `,
  styles: `
    textarea {
      line-height: 18px;
      tab-size: 2;
      white-space: pre;
      overflow: auto;
    }
    ul {
      margin: 8px 0 0;
      padding-left: 18px;
      color: var(--bad);
    }
    b {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .foot {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
      margin-top: 8px;
    }
    p {
      margin: 0;
      font-size: 12px;
      color: var(--text-3);
    }
  `,
})
export class JsonTab {
  readonly conditions = input.required<RuleConditions>();
  readonly mayEdit = input(false);
  readonly changed = output<RuleConditions>();
  /** Whether what stands here cannot be read. */
  readonly broken = output<boolean>();

  protected readonly t = rulesTexts();
  protected readonly copied = linkedSignal({ source: () => this.text(), computation: () => false });
  /** Laid out anew when the conditions have changed elsewhere, and left alone while they say the same. */
  protected readonly text = linkedSignal<RuleConditions, string>({
    source: () => this.conditions(),
    computation: (conditions, before) => {
      const read = before && readConditions(before.value);
      return read?.ok && same(read.conditions, conditions) ? before!.value : writeConditions(conditions);
    },
  });
  protected readonly problems = computed(() => {
    const read = readConditions(this.text());
    return read.ok ? [] : read.problems;
  });

  constructor() {
    effect(() => this.broken.emit(this.problems().length > 0));
  }

  protected written(text: string): void {
    this.text.set(text);
    const read = readConditions(text);
    this.broken.emit(!read.ok);
    if (read.ok) this.changed.emit(read.conditions);
  }

  protected words({ kind, detail }: { readonly kind: Problem['kind']; readonly detail: string }): string {
    if (kind === 'key' || kind === 'missing' || kind === 'text' || kind === 'mixed') return this.t(`json.${kind}`, { detail });
    return this.t(`json.${kind}`);
  }

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text());
    this.copied.set(true);
  }
}

type Problem = Extract<ReturnType<typeof readConditions>, { ok: false }>['problems'][number];
