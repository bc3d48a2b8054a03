import { Component, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KnowledgeAnswer, ProblemBody } from '#contracts';
import { BaButton, BaCallout, BaField, BaInput, BaMarkdown, BaMeter, BaPanel } from '#ui';

/** Ask the articles something: the answer, how sure it is, where it comes from, and what came close. */
@Component({
  selector: 'baton-inquiry',
  imports: [BaButton, BaCallout, BaField, BaInput, BaMarkdown, BaMeter, BaPanel, RouterLink],
  template: `
    <ba-panel heading="Ask it">
      <span aside>published articles only</span>
      <form (submit)="$event.preventDefault(); asked.emit(text())">
        <ba-field label="A visitor asks">
          <textarea
            ba-input
            rows="2"
            placeholder="Can I send it back after a month?"
            [value]="text()"
            (input)="type($event)"
            (keydown.control.enter)="asked.emit(text())"
          ></textarea>
        </ba-field>
        <button ba-button type="submit" [busy]="asking()" [disabled]="text().trim() === ''">Ask</button>
      </form>
      <div class="outcome" aria-live="polite">
        @if (problem(); as problem) {
          <ba-callout tone="bad">{{ problem.detail }}</ba-callout>
        }
        @if (answer(); as answer) {
          @if (answer.answered) {
            <ba-markdown class="answer" [text]="answer.text ?? ''" />
          } @else {
            <ba-callout tone="warn">No article answers this well enough. A visitor would be handed to a person.</ba-callout>
          }
          <p class="facts"><ba-meter [value]="answer.confidence" /> sure · {{ answer.millis.toFixed(0) }} ms</p>
          @for (source of answer.sources; track source.articleId) {
            <figure>
              <figcaption>
                From <a class="ba-link" [routerLink]="['/knowledge', source.articleId]">{{ source.title }}</a>
              </figcaption>
              @if (source.quote) {
                <blockquote>“{{ source.quote }}”</blockquote>
              }
            </figure>
          }
          @if (answer.candidates.length > 0) {
            <h3>Came close</h3>
            <ul>
              @for (candidate of answer.candidates; track candidate.articleId) {
                <li>
                  <a class="ba-link" [routerLink]="['/knowledge', candidate.articleId]">{{ candidate.title }}</a>
                  <ba-meter [value]="candidate.score" />
                </li>
              }
            </ul>
          }
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
    .outcome:not(:empty) {
      margin-top: 12px;
    }
    .answer {
      padding-left: 10px;
      border-left: 2px solid var(--ai);
    }
    .facts {
      margin: 8px 0 0;
      display: flex;
      gap: 4px;
      align-items: center;
      font-size: 12px;
      color: var(--text-3);
    }
    figure {
      margin: 12px 0 0;
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
      margin: 14px 0 4px;
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
  `,
})
export class InquiryBox {
  readonly answer = input<KnowledgeAnswer | null>(null);
  readonly problem = input<ProblemBody | null>(null);
  readonly asking = input(false);
  readonly asked = output<string>();

  protected readonly text = signal('');

  protected type(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }
}
