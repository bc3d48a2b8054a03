import { inject } from '@angular/core';
import { BatonTeam } from '#sdk';
import { type PaletteSource, shellTexts } from '../../shell';

const MOST = 6;

/** Conversations by the visitor's name, email or any word that was said in them. */
export default function conversations(): PaletteSource {
  const team = inject(BatonTeam);
  const t = shellTexts();
  return {
    name: () => t('palette.sources.conversations'),
    async search(query) {
      const { items } = await team.handoffs.list({ q: query, sort: 'activity', limit: MOST });
      return items.map(({ id, status, visitor, lastMessage, website, found }) => ({
        id,
        title: visitor.name ?? visitor.email ?? t('alerts.someone'),
        detail: found?.text ?? lastMessage?.text ?? website.name,
        icon: 'chat',
        // To where it was said.
        url: `/inbox/${status === 'pending' || status === 'claimed' ? 'open' : 'resolved'}/${id}${found ? `#${found.seq}` : ''}`,
      }));
    },
  };
}
