import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MESSAGE_TEXT_MAX_CHARS } from '#contracts';
import { BaButton, BaCallout, BaIcon, BaKbd, BaTabs } from '#ui';
import { Texts } from '../../../i18n';
import type { DraftKind } from '../data/drafts';
import { plainText } from '../data/plain-text';
import { splitText, wholeCharacter } from '../data/split-text';
import { inboxTexts } from '../texts';
import { TypingSigns } from './typing-signs';

/** From here on the length is shown. */
const NEAR_LIMIT_CHARS = MESSAGE_TEXT_MAX_CHARS * 0.9;

/** Where replies and notes are written. Ctrl+Enter sends; every keystroke is given out as a draft. */
@Component({
  selector: 'baton-composer',
  imports: [BaButton, BaCallout, BaIcon, BaKbd, BaTabs],
  templateUrl: './composer.html',
  styleUrl: './composer.css',
})
export class Composer {
  /** The texts kept for this conversation. */
  readonly drafts = input.required<Readonly<Record<DraftKind, string>>>();
  readonly kind = input.required<DraftKind>();
  /** Why no reply can be written at the moment; notes can, always. */
  readonly replyObstacle = input<string | null>(null);
  /** Who types, who reads along. */
  readonly signs = input('');
  /** A colleague writes at the same time. */
  readonly collision = input('');
  /** Why a text is back here. */
  readonly notice = input('');
  readonly busy = input(false);
  /** Colleagues may know that a note is being written; where the visitor would be told as well, they may not. */
  readonly tellsOfNotes = input(false);
  readonly kindChange = output<DraftKind>();
  readonly draft = output<{ readonly kind: DraftKind; readonly text: string }>();
  readonly send = output<{ readonly kind: DraftKind; readonly text: string }>();
  readonly typing = output<boolean>();
  readonly noticeSeen = output<void>();

  protected readonly t = inboxTexts();
  private readonly locale = inject(Texts).locale;
  protected readonly limit = MESSAGE_TEXT_MAX_CHARS;
  protected readonly kinds = computed(() => [
    { id: 'reply', label: this.t('composer.reply') },
    { id: 'note', label: this.t('composer.note') },
  ]);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  /** What stands in the fields, ahead of what comes back through `drafts`: a key and Ctrl+Enter may follow within one frame. */
  private readonly texts = linkedSignal(() => this.drafts());
  private readonly signsGiven = new TypingSigns((on) => this.typing.emit(on));
  protected readonly cutOff = signal<string | null>(null);

  protected readonly text = computed(() => this.texts()[this.kind()]);
  protected readonly length = computed(() => this.text().trim().length);
  protected readonly over = computed(() => Math.max(0, this.length() - MESSAGE_TEXT_MAX_CHARS));
  protected readonly isNearLimit = computed(() => this.length() >= NEAR_LIMIT_CHARS);
  protected readonly pieces = computed(() => splitText(this.text(), MESSAGE_TEXT_MAX_CHARS));
  protected readonly obstacle = computed(() => (this.kind() === 'reply' ? this.replyObstacle() : null));
  protected readonly placeholder = computed(() =>
    this.kind() === 'note' ? this.t('composer.writeNote') : (this.obstacle() ?? this.t('composer.writeReply')),
  );
  protected readonly canSend = computed(() => this.obstacle() === null && this.over() === 0 && this.length() > 0);

  constructor() {
    effect(() => {
      if (this.replyObstacle() !== null) untracked(() => this.stopTyping());
    });
    afterRenderEffect(() => {
      this.text();
      if (!sizesItself) untracked(() => fit(this.field().nativeElement));
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected number(value: number): string {
    return value.toLocaleString(this.locale());
  }

  protected choose(kind: string): void {
    this.stopTyping();
    this.cutOff.set(null);
    this.kindChange.emit(kind as DraftKind);
  }

  protected typed(text: string): void {
    this.cutOff.set(null);
    this.setText(text);
    if (this.kind() === 'reply' || this.tellsOfNotes()) this.signsGiven.key();
  }

  protected pressed(event: KeyboardEvent): void {
    // What an input method is composing belongs to it: its Enter and Esc choose a word.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') this.field().nativeElement.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.submit();
  }

  /** What comes with its looks alone is turned into words; whatever has words arrives as these by itself. */
  protected pasted(event: ClipboardEvent): void {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (html === '' || event.clipboardData?.getData('text/plain') !== '' || this.obstacle() !== null) return;
    event.preventDefault();
    insertAtCursor(this.field().nativeElement, plainText(html));
    this.typed(this.field().nativeElement.value);
  }

  protected submit(): void {
    if (!this.canSend() || this.busy()) return;
    const text = this.text().trim();
    this.stopTyping();
    // A note that could not be stored must not be lost, so it stays until the page says that it is kept.
    if (this.kind() === 'reply') this.setText('');
    this.cutOff.set(null);
    this.send.emit({ kind: this.kind(), text });
    this.focus();
  }

  protected sendInPieces(): void {
    if (this.obstacle() !== null) return;
    const pieces = this.pieces();
    this.stopTyping();
    this.setText('');
    for (const text of pieces) this.send.emit({ kind: 'reply', text });
    this.focus();
  }

  protected trim(): void {
    const text = this.text().trim();
    const end = wholeCharacter(text, MESSAGE_TEXT_MAX_CHARS);
    this.setText(text.slice(0, end));
    this.cutOff.set(text.slice(end));
    this.focus();
  }

  protected undoTrim(): void {
    this.setText(this.text() + (this.cutOff() ?? ''));
    this.cutOff.set(null);
    this.focus();
  }

  protected stopTyping(): void {
    this.signsGiven.stop();
  }

  private setText(text: string): void {
    const kind = this.kind();
    this.texts.update((texts) => ({ ...texts, [kind]: text }));
    this.draft.emit({ kind, text });
  }
}

const sizesItself = globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

function fit(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

function insertAtCursor(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
}
