import { inject } from '@angular/core';
import { BatonTeam } from '#sdk';
import { type PaletteSource, shellTexts } from '../../shell';

const MOST = 6;

/** Conversations by the visitor's name, email or last words. */
export default function conversations(): PaletteSource {
  const team = inject(BatonTeam);
  const t = shellTexts();
  return {
    name: () => t('palette.sources.conversations'),
    async search(query) {
      const { items } = await team.handoffs.list({ q: query, sort: 'activity', limit: MOST });
      return items.map(({ id, status, visitor, lastMessage, website }) => ({
        id,
        title: visitor.name ?? visitor.email ?? t('alerts.someone'),
        detail: lastMessage?.text ?? website.name,
        icon: 'chat',
        url: `/inbox/${status === 'pending' || status === 'claimed' ? 'open' : 'resolved'}/${id}`,
      }));
    },
  };
}
