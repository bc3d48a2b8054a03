import { applyEach, max, maxLength, min, pattern, required, schema, validate, type SchemaPathTree } from '@angular/forms/signals';
import type { ResponderKind, SaveWebsite, Website, WebsiteMode, WidgetTheme } from '#contracts';
import type { PathAliases } from '../../../editing/field-errors';

/** A website as its form holds it: nothing null but empty text, durations in the unit people think in. */
export interface WebsiteDraft {
  name: string;
  allowedOrigins: string[];
  mode: WebsiteMode;
  timeZone: string;
  locale: string;
  reopenWindowHours: number | null;
  theme: { accent: string; position: WidgetTheme['position']; scheme: WidgetTheme['scheme']; greeting: string; avatarUrl: string };
  assistant: {
    responder: ResponderKind;
    baseUrl: string;
    model: string;
    /** Only ever what was typed now; the stored key never comes back. */
    apiKey: string;
    forgetApiKey: boolean;
    instructions: string;
    confidenceThreshold: number | null;
    deadlineSeconds: number | null;
  };
}

export const WEBSITE_PATHS: PathAliases = { 'assistant.deadlineMs': 'assistant.deadlineSeconds' };

export function newWebsite(timeZone: string, locale: string): WebsiteDraft {
  return {
    name: '',
    allowedOrigins: [''],
    mode: 'always',
    timeZone,
    locale,
    reopenWindowHours: 24,
    theme: { accent: '#0b6e5f', position: 'right', scheme: 'system', greeting: '', avatarUrl: '' },
    assistant: {
      responder: 'knowledge',
      baseUrl: '',
      model: '',
      apiKey: '',
      forgetApiKey: false,
      instructions: '',
      confidenceThreshold: 0.5,
      deadlineSeconds: 20,
    },
  };
}

export function draftOf(website: Website): WebsiteDraft {
  const { theme, assistant } = website;
  return {
    name: website.name,
    allowedOrigins: website.allowedOrigins.length > 0 ? [...website.allowedOrigins] : [''],
    mode: website.mode,
    timeZone: website.timeZone,
    locale: website.locale,
    reopenWindowHours: website.reopenWindowHours,
    theme: {
      accent: theme.accent,
      position: theme.position,
      scheme: theme.scheme,
      greeting: theme.greeting ?? '',
      avatarUrl: theme.avatarUrl ?? '',
    },
    assistant: {
      responder: assistant.responder,
      baseUrl: assistant.baseUrl ?? '',
      model: assistant.model ?? '',
      apiKey: '',
      forgetApiKey: false,
      instructions: assistant.instructions ?? '',
      confidenceThreshold: assistant.confidenceThreshold,
      deadlineSeconds: assistant.deadlineMs / 1_000,
    },
  };
}

export function toSave(draft: WebsiteDraft): SaveWebsite {
  const { theme, assistant } = draft;
  return {
    name: draft.name.trim(),
    allowedOrigins: draft.allowedOrigins.map((origin) => origin.trim()).filter(Boolean),
    mode: draft.mode,
    timeZone: draft.timeZone,
    locale: draft.locale,
    ...(draft.reopenWindowHours === null ? {} : { reopenWindowHours: draft.reopenWindowHours }),
    theme: {
      accent: theme.accent,
      position: theme.position,
      scheme: theme.scheme,
      greeting: orNull(theme.greeting),
      avatarUrl: orNull(theme.avatarUrl),
    },
    assistant: {
      responder: assistant.responder,
      baseUrl: orNull(assistant.baseUrl),
      model: orNull(assistant.model),
      instructions: orNull(assistant.instructions),
      ...keyOf(assistant),
      ...(assistant.confidenceThreshold === null ? {} : { confidenceThreshold: assistant.confidenceThreshold }),
      ...(assistant.deadlineSeconds === null ? {} : { deadlineMs: Math.round(assistant.deadlineSeconds * 1_000) }),
    },
  };
}

/** Typed: replaces. Asked to forget: removes. Neither: the server keeps what it has. */
function keyOf({ apiKey, forgetApiKey }: WebsiteDraft['assistant']): { apiKey?: string | null } {
  if (apiKey.trim()) return { apiKey: apiKey.trim() };
  return forgetApiKey ? { apiKey: null } : {};
}

function orNull(text: string): string | null {
  return text.trim() || null;
}

/** What can be said before asking the server; the server has the last word. */
export const websiteSchema = schema<WebsiteDraft>((website) => {
  required(website.name, { message: 'Give the website a name' });
  applyEach(website.allowedOrigins, (origin) => validate(origin, ({ value }) => originProblem(value())));
  required(website.reopenWindowHours, { message: 'Say for how many hours; 0 turns reopening off' });
  min(website.reopenWindowHours, 0, { message: 'Not less than 0 hours' });
  max(website.reopenWindowHours, 8_760, { message: 'At most a year, 8760 hours' });
  pattern(website.theme.accent, /^#[0-9a-f]{6}$/iu, { message: 'A colour such as #0b6e5f' });
  maxLength(website.theme.greeting, 500, { message: 'At most 500 characters' });
  validate(website.theme.avatarUrl, ({ value }) => addressProblem(value()));
  assistantRules(website.assistant);
});

function assistantRules(assistant: SchemaPathTree<WebsiteDraft['assistant']>): void {
  const asksAnEndpoint = {
    when: ({ valueOf }: { valueOf(path: typeof assistant.responder): ResponderKind }) => valueOf(assistant.responder) === 'openai_compatible',
  };
  required(assistant.baseUrl, { message: 'The address of the endpoint, e.g. https://api.openai.com/v1', ...asksAnEndpoint });
  validate(assistant.baseUrl, ({ value }) => addressProblem(value()));
  required(assistant.model, { message: 'The model to ask, e.g. gpt-5-mini', ...asksAnEndpoint });
  required(assistant.confidenceThreshold, { message: 'A number from 0 to 1' });
  min(assistant.confidenceThreshold, 0, { message: 'Not under 0' });
  max(assistant.confidenceThreshold, 1, { message: 'Not over 1' });
  required(assistant.deadlineSeconds, { message: 'Say how many seconds' });
  min(assistant.deadlineSeconds, 0.5, { message: 'At least half a second' });
  max(assistant.deadlineSeconds, 300, { message: 'At most 300 seconds' });
}

function addressProblem(value: string) {
  const text = value.trim();
  if (text === '' || (/^https?:\/\//u.test(text) && URL.canParse(text))) return null;
  return { kind: 'address', message: 'A full address, beginning with https://' };
}

/** An empty line is not an error; it is left out when saving. */
function originProblem(value: string) {
  const text = value.trim();
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/u.test(url.protocol)) return { kind: 'origin', message: 'An origin such as https://shop.example' };
  return url.origin === text ? null : { kind: 'origin', message: `Only scheme, host and port: ${url.origin}` };
}
