import { Component, computed, input, output } from '@angular/core';
import { BaField, BaIconButton, BaInput, type Choice } from '#ui';
import { rulesTexts } from '../texts';

type Messages = Readonly<Record<string, string>>;

export interface MessageChange {
  readonly message?: string;
  readonly messages?: Messages;
  readonly on: string;
}

/** What the visitor is told, in as many languages as one likes. */
@Component({
  selector: 'baton-message-fields',
  imports: [BaField, BaIconButton, BaInput],
  template: `
    <ba-field [label]="written().length > 0 ? label() + ' · ' + t('action.anyLanguage') : label()" [hint]="t('action.tellHint')">
      <textarea
        ba-input
        #message
        rows="2"
        maxlength="1000"
        [value]="this.message()"
        (input)="changed.emit({ message: message.value, on: 'message' })"
      ></textarea>
    </ba-field>
    @for (each of written(); track each.language) {
      <ba-field [label]="each.name">
        <button
          beside
          ba-icon-button
          type="button"
          icon="cross"
          class="away"
          [size]="13"
          [label]="t('action.removeLanguage', { language: each.name })"
          (click)="remove(each.language)"
        ></button>
        <textarea ba-input #translated rows="2" maxlength="1000" [value]="each.text" (input)="say(each.language, translated.value)"></textarea>
      </ba-field>
    }
    @if (left().length > 0) {
      <select class="ba-input another" #another [attr.aria-label]="t('action.otherLanguage')" (change)="add(another)">
        <option value="">{{ t('action.otherLanguage') }}</option>
        @for (choice of left(); track choice.value) {
          <option [value]="choice.value">{{ choice.label }}</option>
        }
      </select>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
      align-items: stretch;
    }
    textarea {
      min-height: 54px;
    }
    .another {
      width: fit-content;
      max-width: 100%;
      color: var(--text-2);
    }
    .away {
      align-self: center;
      width: 24px;
      height: 20px;
    }
  `,
})
export class MessageFields {
  readonly label = input.required<string>();
  readonly message = input.required<string>();
  readonly messages = input.required<Messages>();
  readonly languages = input.required<readonly Choice[]>();
  readonly changed = output<MessageChange>();

  protected readonly t = rulesTexts();
  protected readonly written = computed(() =>
    Object.entries(this.messages()).map(([language, text]) => ({ language, text, name: this.nameOf(language) })),
  );
  protected readonly left = computed(() => this.languages().filter(({ value }) => !Object.hasOwn(this.messages(), value)));

  protected say(language: string, text: string): void {
    this.changed.emit({ messages: { ...this.messages(), [language]: text }, on: `message ${language}` });
  }

  protected add(choice: HTMLSelectElement): void {
    const language = choice.value;
    choice.value = '';
    if (language) this.changed.emit({ messages: { ...this.messages(), [language]: '' }, on: '' });
  }

  protected remove(language: string): void {
    const { [language]: _, ...rest } = this.messages();
    this.changed.emit({ messages: rest, on: '' });
  }

  private nameOf(language: string): string {
    return this.languages().find(({ value }) => value === language)?.label ?? language;
  }
}
