import { Component, computed, input, signal } from '@angular/core';
import { BaButton, uniqueId } from '#ui';
import { inboxTexts } from '../texts';

/** What a text of that length is likely to take up; measuring it would cost more than being wrong by a line. */
const LINE_CHARS = 80;

/** Something long, shown as far as its first lines until somebody asks for the rest. */
@Component({
  selector: 'baton-fold',
  imports: [BaButton],
  template: `
    <div [id]="id" [class.folded]="isFolded()" [style.--lines]="lines()"><ng-content /></div>
    @if (isLong()) {
      <button ba-button look="ghost" type="button" [attr.aria-expanded]="!isFolded()" [attr.aria-controls]="id" (click)="open.set(!open())">
        {{ isFolded() ? t('thread.showAll') : t('thread.showLess') }}
      </button>
    }
  `,
  styles: `
    .folded {
      max-height: calc(var(--lines) * 20px);
      overflow: hidden;
      mask-image: linear-gradient(#000 calc(100% - 32px), transparent);
    }
    button {
      height: 24px;
      margin: 2px 0 0 -8px;
      padding: 0 8px;
      font-size: 12px;
    }
  `,
})
export class Fold {
  /** What is inside, to tell whether it is long. */
  readonly text = input.required<string>();
  /** So many lines are shown of what is longer than that by half. */
  readonly lines = input(8);

  protected readonly t = inboxTexts();
  protected readonly id = uniqueId('fold');
  protected readonly open = signal(false);
  protected readonly isLong = computed(() => linesOf(this.text()) > this.lines() * 1.5);
  protected readonly isFolded = computed(() => this.isLong() && !this.open());
}

const linesOf = (text: string): number => text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE_CHARS)), 0);
