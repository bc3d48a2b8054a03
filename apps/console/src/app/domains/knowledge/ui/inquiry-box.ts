import { Component, computed, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedKnowledge, ProblemBody } from '#contracts';
import { BaButton, BaCallout, BaField, BaInput, BaMarkdown, BaMeter, BaPanel } from '#ui';
import { knowledgeTexts } from '../texts';
import { ConfidenceLine } from './confidence-line';

/** Ask the articles something: the answer, how sure it is and has to be, where it comes from, and what came close. */
@Component({
  selector: 'baton-inquiry',
  imports: [BaButton, BaCallout, BaField, BaInput, BaMarkdown, BaMeter, BaPanel, ConfidenceLine, RouterLink],
  template: `
    <ba-panel [heading]="t('ask.heading')">
      <span aside>{{ t('ask.only') }}</span>
      <form (submit)="$event.preventDefault(); ask()">
        <ba-field [label]="t('ask.question')">
          <textarea
            ba-input
            #question
            rows="2"
            maxlength="8000"
            [placeholder]="t('ask.placeholder')"
            [value]="text()"
            (input)="text.set(question.value)"
            (keydown.control.enter)="ask()"
            (keydown.meta.enter)="ask()"
          ></textarea>
        </ba-field>
        <button ba-button type="submit" [busy]="asking()" [disabled]="text().trim() === ''">{{ t('ask.ask') }}</button>
      </form>
      <div aria-live="polite">
        @if (problem(); as problem) {
          <ba-callout tone="bad">{{ problem.detail }}</ba-callout>
        }
        @if (answer(); as answer) {
          <div class="outcome">
            <ba-callout [tone]="isEnough() ? 'good' : 'warn'">{{
              !answer.answered ? t('ask.none') : isEnough() ? t('ask.gets') : t('ask.weak')
            }}</ba-callout>
            <baton-confidence-line [confidence]="answer.confidence" [threshold]="answer.threshold" />
            @if (answer.answered) {
              <ba-markdown class="answer" [text]="answer.text ?? ''" />
            }
            @for (source of answer.sources; track source.articleId) {
              <figure>
                <figcaption>
                  {{ t('ask.from') }} <a class="ba-link" [routerLink]="['/knowledge', source.articleId]">{{ source.title }}</a>
                </figcaption>
                @if (source.quote) {
                  <blockquote>“{{ source.quote }}”</blockquote>
                }
              </figure>
            }
            @if (others().length > 0) {
              <div>
                <h3>{{ t('ask.close') }}</h3>
                <ul>
                  @for (candidate of others(); track candidate.articleId) {
                    <li>
                      <a class="ba-link" [routerLink]="['/knowledge', candidate.articleId]">{{ candidate.title }}</a>
                      <ba-meter [value]="candidate.score" />
                    </li>
                  }
                </ul>
              </div>
            }
            <p class="took">{{ t('ask.millis', { millis: answer.millis.toFixed(0) }) }}</p>
          </div>
        }
      </div>
    </ba-panel>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      gap: 8px;
      align-items: flex-end;
    }
    ba-field {
      width: 100%;
    }
    .outcome {
      display: flex;
      flex-direction: column;
      gap: 12px;
      margin-top: 12px;
    }
    .answer {
      padding-left: 10px;
      border-left: 2px solid var(--ai);
    }
    figure {
      margin: 0;
    }
    figcaption {
      font-size: 12px;
      color: var(--text-2);
    }
    blockquote {
      margin: 2px 0 0;
      color: var(--text-2);
      overflow-wrap: anywhere;
    }
    h3 {
      margin: 0 0 2px;
      font-size: 12px;
      font-weight: 500;
      color: var(--text-3);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding: 2px 0;
    }
    li .ba-link {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-weight: 400;
    }
    .took {
      margin: 0;
      font-size: 12px;
      color: var(--text-3);
    }
  `,
})
export class InquiryBox {
  readonly answer = input<AskedKnowledge | null>(null);
  readonly problem = input<ProblemBody | null>(null);
  readonly asking = input(false);
  readonly asked = output<string>();

  protected readonly t = knowledgeTexts();
  protected readonly text = signal('');
  private readonly question = viewChild.required<ElementRef<HTMLTextAreaElement>>('question');

  /** As the rule of the website decides: what is less sure than its threshold goes to a person. */
  protected readonly isEnough = computed(() => {
    const answer = this.answer();
    return answer !== null && answer.answered && answer.confidence >= answer.threshold;
  });
  /** Besides the article the answer came from. */
  protected readonly others = computed(() => {
    const answer = this.answer();
    const used = answer?.sources.map(({ articleId }) => articleId) ?? [];
    return (answer?.candidates ?? []).filter(({ articleId }) => !used.includes(articleId));
  });

  focus(): void {
    this.question().nativeElement.focus();
  }

  protected ask(): void {
    if (this.text().trim() !== '') this.asked.emit(this.text());
  }
}
