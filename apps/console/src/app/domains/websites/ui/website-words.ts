import type { ReplyFailure, ResponderKind, WebsiteMode } from '#contracts';
import type { Choice } from '#ui';

export const MODE_WORDS: Readonly<Record<WebsiteMode, { readonly label: string; readonly meaning: string }>> = {
  always: { label: 'Always', meaning: 'People are fetched whenever one is wanted.' },
  scheduled: { label: 'Business hours', meaning: 'People in business hours; outside them contact details are taken.' },
  offline_only: { label: 'Offline only', meaning: 'Contact details are always taken, nobody answers live.' },
  off: { label: 'Off', meaning: 'The AI answers alone; nobody is fetched.' },
};

/** What the server accepts; the modes that follow business hours need a calendar, which it does not have yet. */
export const OFFERED_MODES = { always: MODE_WORDS.always, off: MODE_WORDS.off } as const;

export const RESPONDER_WORDS: Readonly<Record<ResponderKind, { readonly label: string; readonly meaning: string }>> = {
  knowledge: { label: 'Built-in answers', meaning: 'Answers from your knowledge articles. Needs no key and no network.' },
  openai_compatible: { label: 'OpenAI-compatible', meaning: 'Any endpoint that speaks OpenAI’s API: OpenAI, Azure, Ollama, vLLM.' },
  none: { label: 'Your own bot', meaning: 'Baton stays silent; your bot speaks over the API.' },
};

export const FAILURE_WORDS: Readonly<Record<ReplyFailure, string>> = {
  timeout: 'It took longer than the deadline.',
  unreachable: 'The endpoint could not be reached.',
  refused: 'The endpoint refused the request: check the key and the model.',
  malformed: 'The endpoint answered with something that is not a reply.',
};

export function choicesOf<Value extends string>(words: Readonly<Record<Value, { readonly label: string }>>): readonly Choice[] {
  return Object.entries<{ readonly label: string }>(words).map(([value, { label }]) => ({ value, label }));
}
