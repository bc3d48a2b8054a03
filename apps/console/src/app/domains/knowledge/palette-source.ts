import { inject } from '@angular/core';
import { BatonTeam } from '#sdk';
import { type PaletteSource, shellTexts } from '../../shell';

const MOST = 6;

/** Articles by their words. */
export default function articles(): PaletteSource {
  const team = inject(BatonTeam);
  const t = shellTexts();
  return {
    name: () => t('palette.sources.articles'),
    async search(query) {
      const { items } = await team.knowledge.list({ q: query, limit: MOST });
      return items.map(({ id, title }) => ({ id, title, icon: 'knowledge', url: `/knowledge/${id}` }));
    },
  };
}
