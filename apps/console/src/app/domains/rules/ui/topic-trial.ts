import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { TopicFound, TopicsTrial } from '#contracts';
import { BaButton, BaField, BaIcon, BaInput, BaPanel } from '#ui';
import { Texts } from '../../../i18n';
import { rulesTexts } from '../texts';

/** What a sentence is about, and which words say so. */
@Component({
  selector: 'baton-topic-trial',
  imports: [BaButton, BaField, BaIcon, BaInput, BaPanel],
  template: `
    <ba-panel [heading]="t('try.heading')">
      <form (submit)="$event.preventDefault(); tried.emit(text())">
        <ba-field [label]="t('try.text')">
          <textarea
            ba-input
            #field
            rows="3"
            maxlength="4000"
            [placeholder]="t('try.placeholder')"
            [value]="text()"
            (input)="text.set(field.value)"
          ></textarea>
        </ba-field>
        <button ba-button type="submit" [disabled]="text().trim() === ''"><ba-icon name="play" [size]="14" />{{ t('try.go') }}</button>
      </form>
      <div role="status">
        @if (trial(); as trial) {
          @for (found of trial.topics; track found.key) {
            <p [class.yes]="found.counts">
              <b>{{ found.counts ? t('topics.tryFinds', { topic: name()(found) }) : t('topics.tryPerhaps', { topic: name()(found) }) }}</b>
              {{ t('topics.because', { words: words(found) }) }}
            </p>
          } @empty {
            <p>{{ t('topics.tryNothing') }}</p>
          }
          <p class="quiet">{{ t('topics.readAs', { language: language() }) }}</p>
        }
      </div>
    </ba-panel>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      gap: 12px;
      align-items: flex-start;
    }
    ba-field {
      width: 100%;
    }
    p {
      margin: 10px 0 0;
      color: var(--text-2);
    }
    b {
      font-weight: 600;
    }
    .yes b {
      color: var(--good);
    }
    .quiet {
      font-size: 12px;
      color: var(--text-3);
    }
  `,
})
export class TopicTrial {
  readonly trial = input.required<TopicsTrial | null>();
  readonly name = input.required<(found: TopicFound) => string>();
  readonly tried = output<string>();

  protected readonly t = rulesTexts();
  private readonly texts = inject(Texts);
  protected readonly text = signal('');
  protected readonly language = computed(() => {
    const code = this.trial()?.language ?? 'und';
    return new Intl.DisplayNames([this.texts.locale()], { type: 'language' }).of(code) ?? code;
  });

  protected words({ evidence }: TopicFound): string {
    return [...new Set(evidence.map(({ text }) => `“${text}”`))].join(', ');
  }
}
