import { PERMISSIONS, type Permission } from '#contracts';

/** Permissions as people think of them; every permission is in exactly one group. */
export const PERMISSION_GROUPS = [
  {
    name: 'conversations',
    permissions: [
      'handoff.view',
      'session.view',
      'session.reply',
      'note.write',
      'handoff.claim',
      'handoff.open',
      'handoff.assign',
      'handoff.force_claim',
    ],
  },
  { name: 'knowledge', permissions: ['knowledge.view', 'knowledge.edit'] },
  { name: 'rules', permissions: ['rule.view', 'rule.edit'] },
  { name: 'websites', permissions: ['website.view', 'website.edit', 'website.create'] },
  { name: 'people', permissions: ['user.view', 'user.edit', 'role.edit', 'audit.view'] },
  { name: 'programs', permissions: ['api_key.edit', 'bot.speak'] },
] as const satisfies readonly { readonly name: string; readonly permissions: readonly Permission[] }[];

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

/** What a program of one kind needs; each is narrowed to what its maker holds. */
export const KEY_PRESETS = {
  bot: ['bot.speak', 'session.view', 'handoff.view', 'handoff.open', 'knowledge.view', 'website.view'],
  read: ALL_PERMISSIONS.filter((permission) => permission.endsWith('.view')),
  all: ALL_PERMISSIONS,
} as const satisfies Readonly<Record<string, readonly Permission[]>>;

export type KeyPreset = keyof typeof KEY_PRESETS;
