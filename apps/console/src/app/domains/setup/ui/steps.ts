import { Component, computed, input, output } from '@angular/core';
import { BaIcon } from '#ui';
import { setupTexts } from '../texts';
import { STEPS, type Step } from '../data/first-run';

/** Where one is, and the way back to what was answered. */
@Component({
  selector: 'baton-setup-steps',
  imports: [BaIcon],
  template: `
    <ol [attr.aria-label]="t('steps.label')">
      @for (each of all(); track each.step) {
        <li [class.done]="each.done">
          <button
            type="button"
            [disabled]="!each.open"
            [attr.aria-current]="each.step === current() ? 'step' : null"
            (click)="chosen.emit(each.step)"
          >
            <span class="number" aria-hidden="true">
              @if (each.done) {
                <ba-icon name="check" [size]="12" />
              } @else {
                {{ $index + 1 }}
              }
            </span>
            <span>{{ each.label }}</span>
            @if (each.done) {
              <span class="ba-hidden-text">, {{ t('steps.done') }}</span>
            }
          </button>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      display: inline-flex;
      gap: 8px;
      align-items: center;
      min-height: 28px;
      padding: 0 2px;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      color: var(--text-2);
      cursor: pointer;
    }
    button:disabled {
      color: var(--text-3);
      cursor: default;
    }
    button[aria-current] {
      color: var(--text);
      font-weight: 600;
    }
    button:not(:disabled, [aria-current]):hover {
      color: var(--text);
    }
    .number {
      display: grid;
      place-items: center;
      width: 20px;
      height: 20px;
      border-radius: 50%;
      border: 1px solid var(--line-strong);
      font-size: 11px;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    [aria-current] .number {
      border-color: var(--accent);
      background: var(--accent);
      color: var(--accent-ink);
    }
    .done button:not([aria-current]) .number {
      border-color: transparent;
      background: var(--accent-soft);
      color: var(--accent);
    }
    @media (max-width: 720px) {
      button {
        min-height: 36px;
      }
    }
  `,
})
export class SetupSteps {
  readonly current = input.required<Step>();
  /** How many from the first may be gone to. */
  readonly open = input.required<number>();
  readonly chosen = output<Step>();

  protected readonly t = setupTexts();
  protected readonly all = computed(() =>
    STEPS.map((step, index) => ({
      step,
      label: this.t(`steps.${step}`),
      open: index < this.open(),
      done: index < this.open() - 1 && step !== this.current(),
    })),
  );
}
