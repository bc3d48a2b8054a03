import { Component, computed, input, output } from '@angular/core';
import type { KnowledgeArticle } from '#contracts';
import { BaButton, BaCallout, BaPanel } from '#ui';
import { draftOf, type ArticleDraft } from '../data/article-draft';
import { knowledgeTexts } from '../texts';

/** Somebody else was faster: what they made of the article beside what is written here, and the two ways on. */
@Component({
  selector: 'baton-conflict',
  imports: [BaButton, BaCallout, BaPanel],
  template: `
    <ba-panel role="alert">
      <ba-callout tone="warn">
        <strong>{{ theirs().updatedBy ? t('conflict.title', { name: theirs().updatedBy!.name }) : t('conflict.titleUnknown') }}</strong>
        <br />{{ differences().length > 0 ? t('conflict.hint') : t('conflict.same') }}
      </ba-callout>
      @for (difference of differences(); track difference.label) {
        <h3>{{ difference.label }}</h3>
        <div class="both">
          <div>
            <span class="who">{{ t('conflict.theirs') }}</span>
            <p>{{ difference.theirs }}</p>
          </div>
          <div>
            <span class="who">{{ t('conflict.yours') }}</span>
            <p>{{ difference.yours }}</p>
          </div>
        </div>
      }
      <div class="ways">
        <button ba-button type="button" (click)="taken.emit()">{{ t('conflict.take') }}</button>
        <button ba-button look="primary" type="button" (click)="kept.emit()">{{ t('conflict.keep') }}</button>
      </div>
    </ba-panel>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 16px;
    }
    strong {
      font-weight: 600;
    }
    h3 {
      margin: 16px 0 6px;
      font-size: 13px;
      font-weight: 600;
    }
    .both {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
      gap: 12px;
    }
    .both > div {
      padding: 8px 12px;
      border: 1px solid var(--line);
      border-radius: var(--r-m);
      background: var(--sunken);
    }
    .who {
      font-size: 12px;
      color: var(--text-3);
    }
    p {
      margin: 2px 0 0;
      max-height: 200px;
      overflow: auto;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: flex-end;
      margin-top: 16px;
    }
  `,
})
export class ConflictPanel {
  readonly theirs = input.required<KnowledgeArticle>();
  readonly mine = input.required<ArticleDraft>();
  readonly kept = output<void>();
  readonly taken = output<void>();

  protected readonly t = knowledgeTexts();
  protected readonly differences = computed(() => {
    const [theirs, mine] = [draftOf(this.theirs()), this.mine()];
    const rows: readonly (readonly [label: string, theirs: string, yours: string])[] = [
      [this.t('edit.title'), theirs.title, mine.title.trim()],
      [this.t('edit.body'), theirs.body, mine.body.trim()],
      [this.t('edit.questions'), lines(theirs.questions), lines(mine.questions)],
      [this.t('edit.language'), theirs.language, mine.language],
      [this.t('edit.address'), theirs.url, mine.url.trim()],
      [this.t('edit.published'), this.yesNo(theirs.published), this.yesNo(mine.published)],
    ];
    return rows.filter(([, one, other]) => one !== other).map(([label, one, other]) => ({ label, theirs: this.said(one), yours: this.said(other) }));
  });

  private yesNo(is: boolean): string {
    return is ? this.t('conflict.yes') : this.t('conflict.no');
  }

  private said(text: string): string {
    return text || `(${this.t('conflict.empty')})`;
  }
}

function lines(questions: readonly string[]): string {
  return questions
    .map((question) => question.trim())
    .filter(Boolean)
    .join('\n');
}
