import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Page, Rule } from '#contracts';
import type { Found, PaletteSource } from '../../shell';
import { RULES } from './data/rules-api';
import { stateOf } from './data/rule-draft';
import { rulesTexts } from './texts';

const MOST = 20;
const ALL = 200;

/** Rules by their name, of every website. */
export default function rulesSource(): PaletteSource {
  const http = inject(HttpClient);
  const t = rulesTexts();
  return {
    name: () => t('titles.list'),
    search: async (query) => {
      const { items } = await firstValueFrom(http.get<Page<Rule>>(RULES, { params: { limit: ALL } }));
      const wanted = query.toLocaleLowerCase();
      return items
        .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
        .slice(0, MOST)
        .map((rule): Found => ({ id: rule.id, title: rule.name, detail: t(`states.${stateOf(rule)}`), icon: 'rules', url: `/rules/${rule.id}` }));
    },
  };
}
