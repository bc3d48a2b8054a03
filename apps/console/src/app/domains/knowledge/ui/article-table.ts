import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KnowledgeArticle } from '#contracts';
import { BaChip, BaTable, BaTime } from '#ui';
import { Texts } from '../../../i18n';
import { knowledgeTexts } from '../texts';

@Component({
  selector: 'baton-article-table',
  imports: [BaChip, BaTable, BaTime, RouterLink],
  template: `
    <ba-table [label]="t('list.articles')">
      <table class="ba-table">
        <thead>
          <tr>
            <th>{{ t('list.title') }}</th>
            <th class="wide-only">{{ t('list.language') }}</th>
            <th>{{ t('list.state') }}</th>
            <th class="end wide-only" [title]="t('list.usedHint')">{{ t('list.used') }}</th>
            <th class="end wide-only">{{ t('list.changed') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (article of articles(); track article.id) {
            <tr>
              <td>
                <a class="ba-link title" [routerLink]="['/knowledge', article.id]">{{ article.title }}</a>
                @if (article.questions.length > 0) {
                  <div class="small">{{ t('list.questions', { count: article.questions.length }) }}</div>
                }
              </td>
              <td class="quiet wide-only">{{ article.language }}</td>
              <td>
                <ba-chip [tone]="article.published ? 'good' : 'neutral'">{{ article.published ? t('list.published') : t('list.draft') }}</ba-chip>
              </td>
              <td class="num end wide-only" [class.quiet]="article.uses === 0">{{ shown(article.uses) }}</td>
              <td class="end quiet wide-only">
                <ba-time [at]="article.updatedAt" />
                @if (article.updatedBy; as person) {
                  <div class="small">{{ t('list.by', { name: person.name }) }}</div>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </ba-table>
  `,
  styles: `
    .title {
      color: var(--text);
    }
    .small {
      font-size: 12px;
      line-height: 16px;
      color: var(--text-3);
    }
  `,
})
export class ArticleTable {
  readonly articles = input.required<readonly KnowledgeArticle[]>();

  protected readonly t = knowledgeTexts();
  private readonly texts = inject(Texts);
  protected readonly shown = (uses: number) => uses.toLocaleString(this.texts.locale());
}
