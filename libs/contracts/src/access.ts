/** Every permission there is, with the label people read. Roles are sets of these; a route without one is refused. */
export const PERMISSIONS = {
  'handoff.view': 'See handoffs, transcripts and notes',
  'handoff.claim': 'Claim, release, resolve and hand back to the AI',
  'handoff.force_claim': 'Take a handoff from another agent',
  'handoff.assign': 'Assign and transfer handoffs',
  'handoff.open': 'Open a handoff on a session',
  'session.view': 'See sessions that were never handed off',
  'session.reply': 'Reply to visitors',
  'note.write': 'Write team notes',
  'bot.speak': 'Speak as the AI over the API',
  'knowledge.view': 'Read knowledge articles',
  'knowledge.edit': 'Write and publish knowledge articles',
  'rule.view': 'See trigger rules and their facts',
  'rule.edit': 'Change trigger rules',
  'website.view': 'See website settings',
  'website.edit': 'Change website settings',
  'website.create': 'Add and remove websites',
  'user.view': 'See team members',
  'user.edit': 'Invite, change and deactivate team members',
  'role.edit': 'Create and change roles',
  'api_key.edit': 'Create and revoke API keys',
  'audit.view': 'Read the audit log',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** The roles that come with Baton. Others are made by administrators and known by their id. */
export type Role = 'agent' | 'supervisor' | 'admin' | 'analyst';

const AGENT = [
  'handoff.view',
  'handoff.claim',
  'handoff.open',
  'session.view',
  'session.reply',
  'note.write',
  'knowledge.view',
  'website.view',
  'user.view',
  'rule.view',
] as const satisfies readonly Permission[];

const SUPERVISOR = [...AGENT, 'handoff.force_claim', 'handoff.assign'] as const satisfies readonly Permission[];

/** Reads numbers and transcripts, and speaks to nobody. */
const ANALYST = ['handoff.view', 'session.view', 'knowledge.view', 'website.view', 'user.view', 'rule.view'] as const satisfies readonly Permission[];

export const ROLES: Readonly<Record<Role, readonly Permission[]>> = {
  agent: AGENT,
  supervisor: SUPERVISOR,
  admin: Object.keys(PERMISSIONS) as Permission[],
  analyst: ANALYST,
};
