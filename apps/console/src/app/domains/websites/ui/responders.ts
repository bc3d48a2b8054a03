import type { ResponderKind } from '#contracts';

/** The words for who answers. */
export const RESPONDERS = {
  knowledge: { label: 'ai.knowledge', hint: 'ai.knowledgeHint' },
  openai_compatible: { label: 'ai.endpoint', hint: 'ai.endpointHint' },
  none: { label: 'ai.bot', hint: 'ai.botHint' },
} as const satisfies Readonly<Record<ResponderKind, { readonly label: string; readonly hint: string }>>;
