import { applyEach, max, maxLength, min, pattern, required, schema, validate, type Schema, type SchemaPathTree } from '@angular/forms/signals';
import type { ResponderKind, SaveWebsite, Website, WebsiteMode, WidgetTheme } from '#contracts';
import type { PathAliases } from '../../../editing/field-errors';
import type { WebsitesTexts } from '../texts';
import { originIssue } from './origins';

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

/** What differs from what the server holds: two people in two sections of one website do not undo each other. */
export function changesOf(before: WebsiteDraft, after: WebsiteDraft): Partial<SaveWebsite> {
  const [old, given] = [toSave(before), toSave(after)];
  return differing(given, old) as Partial<SaveWebsite>;
}

function differing(given: object, old: object): object {
  const was = new Map<string, unknown>(Object.entries(old));
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
      if (JSON.stringify(value) === JSON.stringify(was.get(name))) return [];
      const within = isGroup(value) && isGroup(was.get(name));
      return [[name, within ? differing(value, was.get(name) as object) : value]];
    }),
  );
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
export function websiteSchema(t: WebsitesTexts): Schema<WebsiteDraft> {
  return schema<WebsiteDraft>((website) => {
    validate(website.name, ({ value }) => (value().trim() ? null : { kind: 'required', message: t('general.nameNeeded') }));
    validate(website.allowedOrigins, ({ value }) => twiceProblem(value(), t));
    applyEach(website.allowedOrigins, (origin) => validate(origin, ({ value }) => originProblem(value(), t)));
    required(website.reopenWindowHours, { message: () => t('people.reopenNeeded') });
    min(website.reopenWindowHours, 0, { message: () => t('people.reopenLeast') });
    max(website.reopenWindowHours, 8_760, { message: () => t('people.reopenMost') });
    pattern(website.theme.accent, /^#[0-9a-f]{6}$/iu, { message: () => t('look.accentWrong') });
    maxLength(website.theme.greeting, 500, { message: () => t('look.greetingLong') });
    validate(website.theme.avatarUrl, ({ value }) => addressProblem(value(), t));
    assistantRules(website.assistant, t);
  });
}

function assistantRules(assistant: SchemaPathTree<WebsiteDraft['assistant']>, t: WebsitesTexts): void {
  const when = ({ valueOf }: { valueOf(path: typeof assistant.responder): ResponderKind }) => valueOf(assistant.responder) === 'openai_compatible';
  required(assistant.baseUrl, { message: () => t('ai.baseUrlNeeded'), when });
  validate(assistant.baseUrl, ({ value }) => addressProblem(value(), t));
  required(assistant.model, { message: () => t('ai.modelNeeded'), when });
  required(assistant.confidenceThreshold, { message: () => t('ai.thresholdNeeded') });
  min(assistant.confidenceThreshold, 0, { message: () => t('ai.thresholdNeeded') });
  max(assistant.confidenceThreshold, 1, { message: () => t('ai.thresholdNeeded') });
  required(assistant.deadlineSeconds, { message: () => t('ai.deadlineNeeded') });
  min(assistant.deadlineSeconds, 0.5, { message: () => t('ai.deadlineLeast') });
  max(assistant.deadlineSeconds, 300, { message: () => t('ai.deadlineMost') });
}

function addressProblem(value: string, t: WebsitesTexts) {
  const text = value.trim();
  if (text === '' || (/^https?:\/\//u.test(text) && URL.canParse(text))) return null;
  return { kind: 'address', message: t('ai.addressWrong') };
}

/** An empty line is not an error; it is left out when saving. */
function originProblem(value: string, t: WebsitesTexts) {
  const issue = originIssue(value);
  return issue && { kind: 'origin', message: t(`origin.${issue.flaw}`) };
}

function twiceProblem(lines: readonly string[], t: WebsitesTexts) {
  const given = lines.map((line) => line.trim()).filter(Boolean);
  const twice = given.find((line, index) => given.indexOf(line) !== index);
  return twice === undefined ? null : { kind: 'twice', message: `${twice}: ${t('origin.twice')}` };
}
