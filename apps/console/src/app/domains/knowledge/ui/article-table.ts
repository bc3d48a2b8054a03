import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KnowledgeArticle } from '#contracts';
import { BaChip, BaTable, BaTime } from '#ui';

@Component({
  selector: 'baton-article-table',
  imports: [BaChip, BaTable, BaTime, RouterLink],
  template: `
    <ba-table label="Articles">
      <table class="ba-table">
        <thead>
          <tr>
            <th>Title</th>
            <th class="wide-only">Questions</th>
            <th class="wide-only">Language</th>
            <th>State</th>
            <th class="end wide-only">Changed</th>
          </tr>
        </thead>
        <tbody>
          @for (article of articles(); track article.id) {
            <tr>
              <td>
                <a class="ba-link title" [routerLink]="['/knowledge', article.id]">{{ article.title }}</a>
              </td>
              <td class="num quiet wide-only">{{ article.questions.length }}</td>
              <td class="quiet wide-only">{{ article.language }}</td>
              <td>
                <ba-chip [tone]="article.published ? 'good' : 'neutral'">{{ article.published ? 'Published' : 'Draft' }}</ba-chip>
              </td>
              <td class="end quiet wide-only"><ba-time [at]="article.updatedAt" /></td>
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
  `,
})
export class ArticleTable {
  readonly articles = input.required<readonly KnowledgeArticle[]>();
}
