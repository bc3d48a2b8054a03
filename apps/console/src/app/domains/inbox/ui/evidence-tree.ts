import { Component, computed, inject, input, signal } from '@angular/core';
import type { EvidenceNode } from '#contracts';
import { BaButton, BaIcon } from '#ui';
import { Texts } from '../../../i18n';
import { type EvidenceLine, evidenceLines } from '../../../rule-words/evidence';
import { ruleWords } from '../../../rule-words/texts';
import { inboxTexts } from '../texts';

/** More lines than this are folded, what held first. */
const SHOWN_LINES = 6;

/** The conditions of the rule that brought a conversation here, each lit or not as it was then. */
@Component({
  selector: 'baton-evidence-tree',
  imports: [BaButton, BaIcon],
  template: `
    <ul id="evidence">
      @for (line of shown(); track $index) {
        <li [class.held]="line.held" [class.group]="line.kind === 'group'" [style.padding-left.px]="line.depth * 16">
          <ba-icon [name]="line.held ? 'check' : 'cross'" [size]="13" />
          <span
            >{{ line.text }}<span class="ba-hidden-text">{{ line.held ? t('card.held') : t('card.notHeld') }}</span></span
          >
        </li>
      }
    </ul>
    @if (isLong()) {
      <button ba-button look="ghost" type="button" [attr.aria-expanded]="open()" aria-controls="evidence" (click)="open.set(!open())">
        {{ open() ? t('card.fewer') : t('card.evidence', { count: lines().length }) }}
      </button>
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 7px;
      align-items: baseline;
      color: var(--text-3);
      overflow-wrap: anywhere;
    }
    ba-icon {
      flex: none;
      position: relative;
      top: 2px;
    }
    .held {
      color: var(--text);
    }
    .held ba-icon {
      color: var(--good);
    }
    .group {
      font-size: 12px;
      color: var(--text-2);
    }
    button {
      height: 24px;
      margin: 2px 0 0 -8px;
      padding: 0 8px;
      font-size: 12px;
    }
  `,
})
export class EvidenceTree {
  readonly evidence = input.required<EvidenceNode>();

  protected readonly t = inboxTexts();
  private readonly words = ruleWords();
  private readonly texts = inject(Texts);
  protected readonly open = signal(false);
  protected readonly lines = computed(() => evidenceLines(this.evidence(), this.words, this.texts.locale()));
  protected readonly isLong = computed(() => this.lines().length > SHOWN_LINES);
  protected readonly shown = computed(() => {
    const lines = this.lines();
    if (!this.isLong() || this.open()) return lines;
    // Why it is here is what held all the way up; of the rest the outermost, since a line without its head would mislead.
    const causes = causesAmong(lines).slice(0, SHOWN_LINES);
    const others = lines.filter((line) => line.depth === 0 && !causes.includes(line)).slice(0, SHOWN_LINES - causes.length);
    return lines.filter((line) => causes.includes(line) || others.includes(line));
  });
}

/** The lines that held, in groups that held. */
function causesAmong(lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
  const held: boolean[] = [];
  return lines.filter((line) => {
    held.length = line.depth;
    held.push(line.held);
    return held.every(Boolean);
  });
}
