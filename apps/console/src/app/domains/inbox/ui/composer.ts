import { Component, computed, effect, ElementRef, input, linkedSignal, output, signal, untracked, viewChild } from '@angular/core';
import { MESSAGE_TEXT_MAX_CHARS } from '#contracts';
import { BaButton, BaKbd, BaTabs } from '#ui';
import type { DraftKind } from '../data/drafts';

/** "Typing" is repeated at most this often, and taken back after this much silence. */
const SAY_TYPING_EVERY_MS = 3_000;
const SILENT_AFTER_MS = 4_000;

/** Where replies and notes are written. Ctrl+Enter sends; every keystroke is given out as a draft. */
@Component({
  selector: 'baton-composer',
  imports: [BaButton, BaKbd, BaTabs],
  template: `
    <div class="typing" aria-live="polite">{{ typingLine() }}</div>
    <ba-tabs #tabs="baTabs" label="What to write" [tabs]="kinds" [selected]="kind()" (selectedChange)="choose($event)" />
    <div class="box" [class.note]="kind() === 'note'" role="tabpanel" [id]="tabs.panelId" [attr.aria-labelledby]="tabs.selectedHeadId()">
      <textarea
        #field
        rows="1"
        [attr.aria-label]="kind() === 'note' ? 'Note for the team' : 'Reply to the visitor'"
        [placeholder]="placeholder()"
        [value]="text()"
        [readOnly]="obstacle() !== null"
        (input)="typed(field.value)"
        (keydown)="pressed($event)"
        (blur)="stopTyping()"
      ></textarea>
      <div class="foot">
        @if (tooLong(); as tooLong) {
          <span class="too-long" role="alert">{{ tooLong }}</span>
        }
        <button ba-button look="primary" type="button" [disabled]="!canSend()" [busy]="busy()" (click)="submit()">
          {{ kind() === 'note' ? 'Add note' : 'Send' }} <ba-kbd keys="mod+enter" />
        </button>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding: 6px 20px 14px;
      border-top: 1px solid var(--line);
      background: var(--surface);
    }
    .typing {
      height: 20px;
      font-size: 12px;
      color: var(--text-3);
    }
    ba-tabs {
      margin-bottom: 8px;
      font-size: 12px;
      border: 0;
    }
    .box {
      display: flex;
      flex-direction: column;
      padding: 9px 12px;
      border: 1px solid var(--line-strong);
      border-radius: var(--r-m);
    }
    .box:focus-within {
      border-color: var(--accent);
    }
    .box.note {
      background: var(--note);
      border-color: var(--note-line);
    }
    .box.note:focus-within {
      border-color: var(--warn);
    }
    textarea {
      min-height: 40px;
      max-height: 34vh;
      padding: 0;
      border: 0;
      outline: none;
      box-shadow: none;
      resize: none;
      background: none;
      color: var(--text);
      font: inherit;
      line-height: 20px;
      field-sizing: content;
      overflow: auto;
    }
    textarea::placeholder {
      color: var(--text-3);
      opacity: 1;
    }
    .note textarea::placeholder {
      color: var(--text-2);
    }
    .foot {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 28px;
      margin-top: 4px;
    }
    .foot button {
      margin-left: auto;
    }
    .too-long {
      font-size: 12px;
      font-weight: 500;
      color: var(--bad);
    }
    @media (max-width: 720px) {
      :host {
        padding: 2px 12px calc(10px + env(safe-area-inset-bottom));
      }
      /* Under 16 px, phones zoom into a focused field. */
      textarea {
        font-size: 16px;
      }
      ba-kbd {
        display: none;
      }
    }
  `,
})
export class Composer {
  /** The texts kept for this conversation. */
  readonly drafts = input.required<Readonly<Record<DraftKind, string>>>();
  readonly kind = input.required<DraftKind>();
  /** Why no reply can be written at the moment; notes can, always. */
  readonly replyObstacle = input<string | null>(null);
  readonly typingLine = input('');
  readonly busy = input(false);
  readonly kindChange = output<DraftKind>();
  readonly draft = output<{ readonly kind: DraftKind; readonly text: string }>();
  readonly send = output<{ readonly kind: DraftKind; readonly text: string }>();
  readonly typing = output<boolean>();

  protected readonly kinds = [
    { id: 'reply', label: 'Reply' },
    { id: 'note', label: 'Note' },
  ];
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  /** What stands in the fields, ahead of what comes back through `drafts`: a key and Ctrl+Enter may follow within one frame. */
  private readonly texts = linkedSignal(() => this.drafts());
  private readonly lastSaid = signal(0);
  private silence: ReturnType<typeof setTimeout> | undefined;

  protected readonly text = computed(() => this.texts()[this.kind()]);
  protected readonly obstacle = computed(() => (this.kind() === 'reply' ? this.replyObstacle() : null));
  protected readonly placeholder = computed(() =>
    this.kind() === 'note' ? 'Write a note only your team sees' : (this.obstacle() ?? 'Write a reply'),
  );
  protected readonly tooLong = computed(() => {
    const over = this.text().trim().length - MESSAGE_TEXT_MAX_CHARS;
    return over > 0 ? `${over} characters too long` : null;
  });
  protected readonly canSend = computed(() => this.obstacle() === null && this.tooLong() === null && this.text().trim() !== '');

  constructor() {
    effect(() => {
      if (this.replyObstacle() !== null) untracked(() => this.stopTyping());
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected choose(kind: string): void {
    this.stopTyping();
    this.kindChange.emit(kind as DraftKind);
  }

  protected typed(text: string): void {
    this.setText(text);
    if (this.kind() === 'reply') this.sayTyping();
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.field().nativeElement.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.submit();
  }

  protected submit(): void {
    if (!this.canSend() || this.busy()) return;
    const text = this.text().trim();
    this.stopTyping();
    // A note that could not be stored must not be lost, so it stays until the page says that it is kept.
    if (this.kind() === 'reply') this.setText('');
    this.send.emit({ kind: this.kind(), text });
    this.focus();
  }

  protected stopTyping(): void {
    clearTimeout(this.silence);
    if (this.lastSaid() === 0) return;
    this.lastSaid.set(0);
    this.typing.emit(false);
  }

  private setText(text: string): void {
    const kind = this.kind();
    this.texts.update((texts) => ({ ...texts, [kind]: text }));
    this.draft.emit({ kind, text });
  }

  private sayTyping(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.stopTyping(), SILENT_AFTER_MS);
    if (Date.now() - this.lastSaid() < SAY_TYPING_EVERY_MS) return;
    this.lastSaid.set(Date.now());
    this.typing.emit(true);
  }
}
