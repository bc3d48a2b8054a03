import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BaIcon } from '#ui';
import { TEMPLATE_IDS, type TemplateId } from '../data/templates';
import { rulesTexts } from '../texts';

/** What a new rule may begin as. */
@Component({
  selector: 'baton-template-cards',
  imports: [BaIcon, RouterLink],
  template: `
    <ul [attr.aria-label]="t('templates.heading')">
      @for (id of ids; track id) {
        <li>
          <a routerLink="/rules/new" [queryParams]="{ as: id }" [attr.aria-current]="id === chosen() || null">
            <b>{{ name(id) }}</b>
            <span>{{ hint(id) }}</span>
          </a>
        </li>
      }
      <li>
        <a routerLink="/rules/new" [queryParams]="{ as: 'scratch' }" [attr.aria-current]="chosen() === 'scratch' || null">
          <b><ba-icon name="plus" [size]="14" /> {{ t('templates.scratch') }}</b>
          <span>{{ t('templates.scratchHint') }}</span>
        </a>
      </li>
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
    }
    a {
      flex: 1;
      display: flex;
      flex-direction: column;
      gap: 2px;
      padding: 10px 12px;
      border: 1px solid var(--line-strong);
      border-radius: var(--r-m);
      background: var(--surface);
    }
    a:hover {
      background: var(--hover);
    }
    a[aria-current] {
      border-color: var(--accent);
      background: var(--accent-soft);
    }
    b {
      display: flex;
      align-items: center;
      gap: 5px;
      font-weight: 600;
    }
    span {
      color: var(--text-2);
      font-size: 12px;
      line-height: 17px;
    }
  `,
})
export class TemplateCards {
  readonly chosen = input('');

  protected readonly t = rulesTexts();
  protected readonly ids = TEMPLATE_IDS;
  protected readonly name = (id: TemplateId): string => this.t(`templates.${id}`);
  protected readonly hint = (id: TemplateId): string => this.t(`templates.${id}Hint`);
}
