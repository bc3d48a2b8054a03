import { inject } from '@angular/core';
import type { Found, PaletteSource } from '../../shell';
import { KnowledgeApi } from './data/knowledge-api';
import { knowledgeTexts } from './texts';

const MOST = 6;

/** Articles by what stands in their titles, questions and texts. */
export default function articlesSource(): PaletteSource {
  const api = inject(KnowledgeApi);
  const t = knowledgeTexts();
  return {
    name: () => t('titles.list'),
    search: async (q) => {
      const { items } = await api.list({ q, limit: MOST });
      return items.map(({ id, title, published }): Found => ({
        id,
        title,
        icon: 'knowledge',
        url: `/knowledge/${id}`,
        ...(published ? {} : { detail: t('list.draft') }),
      }));
    },
  };
}
