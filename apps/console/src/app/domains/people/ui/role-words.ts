import type { Role } from '#contracts';

export const ROLE_WORDS: Readonly<Record<Role, { readonly label: string; readonly meaning: string }>> = {
  agent: { label: 'Agent', meaning: 'Works the queue: claims, replies, resolves.' },
  supervisor: { label: 'Supervisor', meaning: 'An agent who also assigns, transfers and takes over from others.' },
  admin: { label: 'Admin', meaning: 'Everything: people, websites, rules, keys.' },
};

export const ROLE_CHOICES = (Object.keys(ROLE_WORDS) as Role[]).map((value) => ({ value, label: ROLE_WORDS[value].label }));
