import { inject } from '@angular/core';
import type { Found, PaletteSource } from '../../shell';
import { KnowledgeApi } from './data/knowledge-api';
import { knowledgeTexts } from './texts';

/** More than the palette shows: what fits best among them comes first. */
const ASKED_FOR = 50;

/** Articles by what stands in their titles, questions and texts. */
export default function articlesSource(): PaletteSource {
  const api = inject(KnowledgeApi);
  const t = knowledgeTexts();
  return {
    name: () => t('titles.list'),
    search: async (q) => {
      const { items } = await api.list({ q, limit: ASKED_FOR });
      return items
        .toSorted((a, b) => rank(a.title, q) - rank(b.title, q))
        .map(({ id, title, published }): Found => ({
          id,
          title,
          icon: 'knowledge',
          url: `/knowledge/${id}`,
          ...(published ? {} : { detail: t('list.draft') }),
        }));
    },
  };
}

/** A title that begins with it, one that holds it, then articles that mention it. */
function rank(title: string, query: string): number {
  const at = title.toLocaleLowerCase().indexOf(query.toLocaleLowerCase());
  return at === 0 ? 0 : at > 0 ? 1 : 2;
}
