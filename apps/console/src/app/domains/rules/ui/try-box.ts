import { Component, computed, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import type { Facts, RuleAction, RuleStage, TeamMessage } from '#contracts';
import { BaButton, BaCallout, BaField, BaIcon, BaInput, BaPanel, BaSegmented } from '#ui';
import { Texts } from '../../../i18n';
import type { FactBook } from '../data/fact-book';
import type { PastSession } from '../data/past-sessions';
import { Sentences } from '../data/sentences';
import type { TriedWith, Trial } from '../data/trial';
import { rulesTexts } from '../texts';

type Outcome = ReturnType<Trial['outcome']>;

/** Tries the rule with a message or a moment of a past conversation; the tree beside it lights up. */
@Component({
  selector: 'baton-try-box',
  imports: [BaButton, BaCallout, BaField, BaIcon, BaInput, BaPanel, BaSegmented],
  templateUrl: './try-box.html',
  styleUrl: './try-box.css',
})
export class TryBox {
  readonly outcome = input.required<Outcome>();
  readonly action = input.required<RuleAction['type']>();
  readonly stage = input.required<RuleStage>();
  readonly book = input<FactBook | null>(null);
  readonly busy = input(false);
  readonly problem = input<string | null>(null);
  /** Whether past conversations may be looked into. */
  readonly hasPast = input(true);
  /** Conversations to choose from; null while they are not known. */
  readonly sessions = input<readonly PastSession[] | null>(null);
  /** Of the conversation that is chosen. */
  readonly messages = input<readonly TeamMessage[]>([]);
  readonly tried = output<TriedWith>();
  readonly darkened = output<void>();
  readonly sessionsWanted = output<void>();
  readonly sessionChosen = output<string>();

  protected readonly t = rulesTexts();
  private readonly texts = inject(Texts);
  private readonly sentences = inject(Sentences);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly with = signal<string>('message');
  protected readonly text = signal('');
  protected readonly sessionId = signal('');
  protected readonly seq = signal<number | null>(null);
  protected readonly ways = computed(() => [
    { value: 'message', label: this.t('try.message') },
    { value: 'session', label: this.t('try.session') },
  ]);
  protected readonly written = computed(() => this.messages().filter(({ author }) => author.kind === 'visitor'));
  protected readonly fired = computed(() => this.outcome()?.trial.fired ?? false);
  protected readonly isIncomplete = computed(() => this.outcome()?.trial.at?.complete === false);
  protected readonly isGuess = computed(() => this.stage() !== 'before_reply' && this.outcome()?.of.kind === 'message');
  protected readonly facts = computed(() => this.lines(this.outcome()?.trial.facts ?? {}));

  focus(): void {
    this.with.set('message');
    setTimeout(() => this.field()?.nativeElement.focus());
  }

  clear(): void {
    this.with.set('message');
    this.text.set('');
    this.pick('');
  }

  protected choose(way: string): void {
    this.with.set(way);
    // Each time: what somebody wants to try has often just happened.
    if (way === 'session') this.sessionsWanted.emit();
  }

  protected pick(id: string): void {
    this.sessionId.set(id);
    this.seq.set(null);
    if (id) this.sessionChosen.emit(id);
  }

  protected pickMessage(value: string): void {
    this.seq.set(value === '' ? null : Number(value));
  }

  protected go(): void {
    if (this.with() === 'session') {
      if (this.sessionId()) this.tried.emit({ kind: 'session', sessionId: this.sessionId(), seq: this.seq() });
    } else if (this.text().trim() !== '') this.tried.emit({ kind: 'message', text: this.text().trim() });
  }

  /** Enter tries; a new line takes Shift, as in every chat. */
  protected steer(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.go();
  }

  protected label({ visitor, text, at }: PastSession): string {
    const day = new Date(at).toLocaleDateString(this.texts.locale(), { day: 'numeric', month: 'short' });
    return [day, visitor, shortened(text)].filter(Boolean).join(' · ');
  }

  protected readonly shortened = shortened;

  private lines(facts: Facts): readonly { readonly label: string; readonly value: string }[] {
    return Object.entries(facts).map(([name, value]) => ({
      label: this.book()?.label(name) ?? name,
      value: Array.isArray(value) && value.length === 0 ? this.t('changes.none') : this.sentences.now().value(value, name),
    }));
  }
}

const LONGEST = 60;
function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
