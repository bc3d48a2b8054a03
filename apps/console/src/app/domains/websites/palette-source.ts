import { inject } from '@angular/core';
import type { Found, PaletteSource } from '../../shell';
import { WebsitesApi } from './data/websites-api';
import { websitesTexts } from './texts';

/** Websites by name, key or origin: a handful, so they are looked through here. */
export default function websitesSource(): PaletteSource {
  const api = inject(WebsitesApi);
  const t = websitesTexts();
  return {
    name: () => t('titles.list'),
    search: async (query) => {
      const wanted = query.toLocaleLowerCase();
      const found = (await api.list()).filter((website) =>
        [website.name, website.publicKey, ...website.allowedOrigins].some((text) => text.toLocaleLowerCase().includes(wanted)),
      );
      return found.map(({ id, name, allowedOrigins }): Found => ({
        id,
        title: name,
        icon: 'website',
        url: `/websites/${id}`,
        ...(allowedOrigins[0] ? { detail: allowedOrigins[0] } : {}),
      }));
    },
  };
}
