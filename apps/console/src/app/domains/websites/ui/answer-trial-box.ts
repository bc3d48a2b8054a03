import { Component, computed, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProblemBody, ReplyFailure, TestAnswer } from '#contracts';
import { BaButton, BaCallout, BaField, BaInput, BaMarkdown, BaMeter, BaPanel } from '#ui';
import { websitesTexts } from '../texts';
import { RESPONDERS } from './responders';

/** Ask the website's AI a question and see what a visitor would get, and what the rules would make of it. */
@Component({
  selector: 'baton-answer-trial',
  imports: [BaButton, BaCallout, BaField, BaInput, BaMarkdown, BaMeter, BaPanel, RouterLink],
  template: `
    <ba-panel [heading]="t('trial.heading')">
      <div class="question">
        <ba-field [label]="t('trial.question')" [hint]="stale() ? t('trial.stale') : ''">
          <textarea
            ba-input
            #question
            rows="2"
            maxlength="2000"
            [placeholder]="t('trial.placeholder')"
            [value]="text()"
            (input)="text.set(question.value)"
            (keydown.control.enter)="ask()"
            (keydown.meta.enter)="ask()"
          ></textarea>
        </ba-field>
        <button ba-button type="button" (click)="ask()" [busy]="asking()" [disabled]="text().trim() === ''">{{ t('trial.ask') }}</button>
      </div>
      <div class="outcome" aria-live="polite">
        @if (problem(); as problem) {
          <ba-callout tone="bad">{{ problem.detail }}</ba-callout>
        }
        @if (answer(); as answer) {
          <ba-callout [tone]="tone()"
            >{{ verdict() }}
            @if (answer.handoff; as handoff) {
              <div class="rule">{{ t('trial.rule', { rule: handoff.rule, reason: handoff.reason }) }}</div>
            }
          </ba-callout>
          @if (answer.failure; as failure) {
            <p class="cause">{{ t(causeOf(failure)) }}</p>
            @if (answer.detail) {
              <p class="cause quiet">{{ t('trial.detail', { detail: answer.detail }) }}</p>
            }
          }
          @if (answer.text) {
            <div class="answer">
              <div class="who">{{ t('trial.answer') }}</div>
              <ba-markdown [text]="answer.text" />
            </div>
          }
          @if (answer.verdict; as verdict) {
            <dl>
              <div>
                <dt>{{ t('trial.sure') }}</dt>
                <dd><ba-meter [value]="verdict.confidence" /> · {{ t('trial.line', { percent: percent(threshold()) }) }}</dd>
              </div>
              @if (verdict.sources.length > 0) {
                <div>
                  <dt>{{ t('trial.sources') }}</dt>
                  <dd class="sources">
                    @for (source of verdict.sources; track source.articleId) {
                      <a class="ba-link" [routerLink]="['/knowledge', source.articleId]">{{ source.title }}</a>
                    }
                  </dd>
                </div>
              }
            </dl>
          }
          <p class="took">{{ t('trial.took', { responder: t(words(answer).label), millis: answer.millis.toFixed(0) }) }}</p>
        }
      </div>
    </ba-panel>
  `,
  styles: `
    .question {
      display: flex;
      flex-direction: column;
      gap: 8px;
      align-items: flex-end;
    }
    ba-field {
      width: 100%;
    }
    ba-callout {
      margin-top: 12px;
    }
    .rule {
      margin-top: 2px;
      color: var(--text-2);
    }
    .cause {
      margin: 8px 0 0;
      overflow-wrap: anywhere;
    }
    .quiet,
    .took {
      color: var(--text-3);
      font-size: 12px;
    }
    .answer {
      margin: 12px 0 0;
      padding-left: 10px;
      border-left: 2px solid var(--ai);
      overflow-wrap: anywhere;
    }
    .who {
      margin-bottom: 2px;
      color: var(--ai);
      font-size: 12px;
      font-weight: 500;
    }
    dl {
      display: grid;
      gap: 4px;
      margin: 12px 0 0;
    }
    dl div {
      display: grid;
      grid-template-columns: 84px minmax(0, 1fr);
      align-items: baseline;
    }
    dt {
      color: var(--text-3);
      font-size: 12px;
    }
    dd {
      margin: 0;
      color: var(--text-2);
      font-size: 12px;
    }
    .sources {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
    }
    .took {
      margin: 10px 0 0;
    }
  `,
})
export class AnswerTrialBox {
  readonly answer = input<TestAnswer | null>(null);
  readonly problem = input<ProblemBody | null>(null);
  readonly asking = input(false);
  /** The website's confidence threshold as it is stored. */
  readonly threshold = input.required<number>();
  /** There are changes on the page that the server does not know yet. */
  readonly stale = input(false);
  readonly asked = output<string>();

  protected readonly t = websitesTexts();
  protected readonly text = signal('');
  private readonly question = viewChild.required<ElementRef<HTMLTextAreaElement>>('question');

  protected readonly words = ({ responder }: TestAnswer) => RESPONDERS[responder];
  protected readonly causeOf = (failure: ReplyFailure) => `trial.${failure}` as const;
  protected readonly percent = (share: number) => Math.round(share * 100);
  protected readonly tone = computed(() => {
    const answer = this.answer();
    if (answer?.outcome === 'failed') return 'bad';
    return answer?.handoff || answer?.outcome === 'no_answer' ? 'warn' : 'good';
  });

  /** What a visitor would meet, in one sentence. */
  protected readonly verdict = computed(() => {
    const answer = this.answer();
    if (!answer) return '';
    const { handoff, outcome } = answer;
    if (handoff?.stage === 'before_reply') return this.t('trial.before');
    if (answer.responder === 'none') return this.t('trial.silent');
    if (outcome === 'answered') return handoff ? this.t('trial.withheld') : this.t('trial.gets');
    const what = outcome === 'failed' ? this.t('trial.failed') : this.t('trial.noAnswer');
    return `${what} ${handoff ? this.t('trial.fetched') : this.t('trial.alone')}`;
  });

  focus(): void {
    this.question().nativeElement.focus();
  }

  protected ask(): void {
    if (this.text().trim() !== '') this.asked.emit(this.text());
  }
}
