import { afterNextRender, Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import type { RuleStage } from '#contracts';
import { BaButton, DIALOG_DATA, DialogRef, uniqueId } from '#ui';
import { ATTRIBUTES, type FactBook, type FactChoice } from '../../data/fact-book';
import { Sentences } from '../../data/sentences';
import { rulesTexts } from '../../texts';
import { unitWord } from '../unit-word';

const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,63}$/u;

/** What a condition can ask about: searched by typing, chosen with arrows and Enter. Closes with the fact's name. */
@Component({
  templateUrl: './fact-dialog.html',
  styleUrl: './fact-dialog.css',
  imports: [BaButton],
})
export class FactDialog {
  protected readonly t = rulesTexts();
  private readonly book = inject<FactBook>(DIALOG_DATA);
  private readonly ref = inject<DialogRef<string>>(DialogRef);
  private readonly sentences = inject(Sentences);
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly ids = uniqueId('fact');
  protected readonly query = signal('');
  protected readonly shelves = computed(() => this.book.shelves(this.query()));
  private readonly all = computed(() => this.shelves().flatMap(({ facts }) => facts));
  private readonly wish = signal(0);
  protected readonly at = computed(() => Math.min(this.wish(), Math.max(0, this.all().length - 1)));
  protected readonly active = computed(() => this.all()[this.at()]?.name ?? '');
  protected readonly mayName = this.book.definition(`visitor.x`)?.name === ATTRIBUTES;
  protected readonly attribute = signal('');
  protected readonly attributeWrong = computed(() => this.attribute() !== '' && !PLAIN_NAME.test(this.attribute()));

  constructor() {
    const heading = `${this.ids}-heading`;
    this.ref.isNamedBy(heading);
    afterNextRender(() => this.search().nativeElement.focus());
  }

  protected typed(text: string): void {
    this.query.set(text);
    this.wish.set(0);
  }

  protected steer(event: KeyboardEvent): void {
    const count = this.all().length;
    const to = { ArrowDown: this.at() + 1, ArrowUp: this.at() - 1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      const fact = this.all()[this.at()];
      if (fact) this.choose(fact);
    } else if (to !== undefined && count > 0) {
      event.preventDefault();
      this.wish.set((to + count) % count);
      this.list()
        ?.nativeElement.querySelector(`[data-name="${CSS.escape(this.active())}"]`)
        ?.scrollIntoView({ block: 'nearest' });
    }
  }

  protected choose(fact: FactChoice): void {
    this.ref.close(fact.name);
  }

  protected useAttribute(event: Event): void {
    event.preventDefault();
    const name = this.attribute().trim();
    if (PLAIN_NAME.test(name)) this.ref.close(`visitor.${name}`);
  }

  /** What it is, for those who read its name for the first time. */
  protected about({ name, definition }: FactChoice): string {
    const seen = this.book.attribute(name);
    const parts = [
      seen
        ? seen.types.map((type) => this.t(`value.types.${type === 'string' ? 'text' : type === 'number' ? 'number' : 'flag'}`)).join(', ')
        : this.t('facts.example', { example: this.sentences.now().value(definition.example, name) }),
      unitWord(definition.unit, this.t),
      this.later(definition.stages),
    ];
    return parts.filter(Boolean).join(' · ');
  }

  private later(stages: readonly RuleStage[]): string {
    return stages.length > 0 && !stages.includes('before_reply') ? this.t('facts.later', { when: this.t(`stages.${stages[0]!}`) }) : '';
  }
}
