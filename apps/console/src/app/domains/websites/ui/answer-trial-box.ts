import { Component, input, output, signal } from '@angular/core';
import type { ProblemBody, TestAnswer } from '#contracts';
import { BaButton, BaCallout, BaChip, BaField, BaInput, BaMeter, BaPanel } from '#ui';
import { FAILURE_WORDS, RESPONDER_WORDS } from './website-words';

/** Ask the website's AI a question and see what a visitor would get. */
@Component({
  selector: 'baton-answer-trial',
  imports: [BaButton, BaCallout, BaChip, BaField, BaInput, BaMeter, BaPanel],
  template: `
    <ba-panel heading="Test an answer">
      <span aside>with the saved settings</span>
      <form (submit)="$event.preventDefault(); asked.emit(text())">
        <ba-field label="A visitor asks">
          <textarea
            ba-input
            rows="2"
            maxlength="2000"
            placeholder="Where is my order?"
            [value]="text()"
            (input)="type($event)"
            (keydown.control.enter)="asked.emit(text())"
          ></textarea>
        </ba-field>
        <button ba-button type="submit" [busy]="asking()" [disabled]="text().trim() === ''">Ask</button>
      </form>
      <div aria-live="polite">
        @if (problem(); as problem) {
          <ba-callout tone="bad">{{ problem.detail }}</ba-callout>
        }
        @if (answer(); as answer) {
          @switch (answer.outcome) {
            @case ('answered') {
              <p class="answer">{{ answer.text }}</p>
            }
            @case ('no_answer') {
              <ba-callout tone="warn">It found no answer. A visitor would be handed to a person.</ba-callout>
            }
            @case ('failed') {
              <ba-callout tone="bad"
                >{{ answer.failure ? failures[answer.failure] : 'It failed.' }} A visitor would be handed to a person.</ba-callout
              >
            }
          }
          <p class="facts">
            @if (answer.verdict; as verdict) {
              <ba-meter [value]="verdict.confidence" />
              @for (source of verdict.sources; track source.title) {
                <ba-chip>{{ source.title }}</ba-chip>
              }
            }
            <span>{{ responders[answer.responder].label }} · {{ answer.millis.toFixed(0) }} ms</span>
          </p>
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
    .answer {
      margin: 12px 0 0;
      padding-left: 10px;
      border-left: 2px solid var(--ai);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    ba-callout {
      margin-top: 12px;
    }
    .facts {
      margin: 8px 0 0;
      display: flex;
      flex-wrap: wrap;
      gap: 6px 10px;
      align-items: center;
      font-size: 12px;
      color: var(--text-3);
    }
  `,
})
export class AnswerTrialBox {
  readonly answer = input<TestAnswer | null>(null);
  readonly problem = input<ProblemBody | null>(null);
  readonly asking = input(false);
  readonly asked = output<string>();

  protected readonly text = signal('');
  protected readonly failures = FAILURE_WORDS;
  protected readonly responders = RESPONDER_WORDS;

  protected type(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }
}
