import type { Permission } from '#contracts';
import type { IconName } from '#ui';
import type { ShellTexts } from './texts';

export interface Place {
  readonly path: string;
  readonly name: Parameters<ShellTexts>[0] & `${'rail' | 'places'}.${string}`;
  readonly icon: IconName;
  readonly needs: Permission | null;
  /** The second key after `g`. */
  readonly key?: string;
}

/** Where the rail goes. */
export const MAIN_PLACES: readonly Place[] = [
  { path: '/inbox', name: 'rail.inbox', icon: 'inbox', needs: 'handoff.view', key: 'i' },
  { path: '/rules', name: 'rail.rules', icon: 'rules', needs: 'rule.view', key: 't' },
  { path: '/knowledge', name: 'rail.knowledge', icon: 'knowledge', needs: 'knowledge.view', key: 'k' },
  { path: '/websites', name: 'rail.websites', icon: 'website', needs: 'website.view', key: 'w' },
  { path: '/people', name: 'rail.people', icon: 'people', needs: 'user.view', key: 'p' },
];

/** Where only the palette and keys go. */
export const MORE_PLACES: readonly Place[] = [
  { path: '/inbox/mine', name: 'places.mine', icon: 'inbox', needs: 'handoff.view', key: 'm' },
  { path: '/inbox/unassigned', name: 'places.unassigned', icon: 'inbox', needs: 'handoff.view', key: 'u' },
  { path: '/inbox/open', name: 'places.open', icon: 'inbox', needs: 'handoff.view', key: 'o' },
  { path: '/inbox/resolved', name: 'places.resolved', icon: 'inbox', needs: 'handoff.view', key: 'r' },
  { path: '/rules/new', name: 'places.newRule', icon: 'plus', needs: 'rule.edit' },
  { path: '/knowledge/new', name: 'places.newArticle', icon: 'plus', needs: 'knowledge.edit' },
  { path: '/websites/new', name: 'places.newWebsite', icon: 'plus', needs: 'website.create' },
  { path: '/people/new', name: 'places.newPerson', icon: 'plus', needs: 'user.edit' },
  { path: '/people/teams', name: 'places.teams', icon: 'people', needs: 'user.view' },
  { path: '/people/teams/new', name: 'places.newTeam', icon: 'plus', needs: 'user.edit' },
  { path: '/people/roles', name: 'places.roles', icon: 'lock', needs: 'user.view' },
  { path: '/people/roles/new', name: 'places.newRole', icon: 'plus', needs: 'role.edit' },
  { path: '/people/audit', name: 'places.audit', icon: 'clock', needs: 'audit.view' },
  { path: '/start', name: 'places.start', icon: 'flag', needs: 'website.create' },
  { path: '/people/keys', name: 'places.keys', icon: 'key', needs: 'api_key.edit' },
  { path: '/people/me', name: 'places.profile', icon: 'person', needs: null },
];
