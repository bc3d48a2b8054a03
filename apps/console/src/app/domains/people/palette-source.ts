import { inject } from '@angular/core';
import { shellTexts, SignedIn, type PaletteSource } from '../../shell';
import { allPages } from './data/all-pages';
import { PeopleApi } from './data/people-api';

/** How long what was fetched is searched in before it is fetched anew. */
const FRESH_FOR_MS = 30_000;

type Findable = { readonly id: string; readonly title: string; readonly detail: string; readonly url: string; readonly icon: 'person' | 'people' };

/** People and teams for the palette: few enough to be fetched once and searched here. */
export default function peopleSource(): PaletteSource {
  const api = inject(PeopleApi);
  const t = shellTexts();
  // Who may not change them finds them in the list.
  const mayOpen = inject(SignedIn).can('user.edit');
  let fetched: { readonly at: number; readonly all: Promise<readonly Findable[]> } | null = null;

  const fetchAll = async (): Promise<readonly Findable[]> => {
    const [people, teams] = await Promise.all([allPages((cursor) => api.users(cursor)), allPages((cursor) => api.teams(cursor))]);
    return [
      ...people.map(({ id, name, email }) => ({
        id,
        title: name,
        detail: email,
        url: mayOpen ? `/people/${id}` : '/people',
        icon: 'person' as const,
      })),
      ...teams.map(({ id, name }) => ({
        id,
        title: name,
        detail: '',
        url: mayOpen ? `/people/teams/${id}` : '/people/teams',
        icon: 'people' as const,
      })),
    ];
  };
  const all = (): Promise<readonly Findable[]> => {
    if (!fetched || performance.now() - fetched.at > FRESH_FOR_MS) {
      fetched = { at: performance.now(), all: fetchAll() };
      // A failure is not worth remembering.
      fetched.all.catch(() => (fetched = null));
    }
    return fetched.all;
  };

  return {
    name: () => t('palette.sources.people'),
    search: async (query) => {
      const words = query.toLocaleLowerCase();
      return (await all()).filter(({ title, detail }) => `${title} ${detail}`.toLocaleLowerCase().includes(words));
    },
  };
}
