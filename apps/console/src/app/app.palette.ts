import { inboxTexts } from './domains/inbox/texts';
import { knowledgeTexts } from './domains/knowledge/texts';
import { peopleTexts } from './domains/people/texts';
import { rulesTexts } from './domains/rules/texts';
import { websitesTexts } from './domains/websites/texts';
import type { LazySource } from './shell';

/** What the palette searches; the domains do not know each other, so they are gathered here. */
export const sources: readonly LazySource[] = [
  { needs: 'handoff.view', texts: inboxTexts, load: () => import('./domains/inbox/palette-source') },
  { needs: 'rule.view', texts: rulesTexts, load: () => import('./domains/rules/palette-source') },
  { needs: 'knowledge.view', texts: knowledgeTexts, load: () => import('./domains/knowledge/palette-source') },
  { needs: 'website.view', texts: websitesTexts, load: () => import('./domains/websites/palette-source') },
  { needs: 'user.view', texts: peopleTexts, load: () => import('./domains/people/palette-source') },
];
