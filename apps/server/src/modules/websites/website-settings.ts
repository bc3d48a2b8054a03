import type { Website as WebsiteBody, ResponderKind, WebsiteMode, WidgetTheme } from '#contracts';
import type { Website } from './website.entity.js';

export const DEFAULT_THEME: WidgetTheme = { accent: '#4f46e5', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' };

/** Everything of a website that the server works with; the AI key is readable here and must not leave the process. */
export interface WebsiteSettings {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly allowedOrigins: readonly string[];
  readonly mode: WebsiteMode;
  readonly timeZone: string;
  readonly locale: string;
  readonly reopenWindowHours: number;
  readonly theme: WidgetTheme;
  readonly demo: boolean;
  /** With it the website's own server proves who its visitors are; null until it was asked for. Must not leave the process. */
  readonly identitySecret: string | null;
  readonly ai: {
    readonly responder: ResponderKind;
    readonly baseUrl: string | null;
    readonly model: string | null;
    readonly apiKey: string | null;
    readonly instructions: string | null;
    /** An answer under this confidence goes to a person; 0…1. */
    readonly confidenceThreshold: number;
    readonly deadlineMs: number;
  };
}

/** What an AI key is sealed for. */
export const aboutAiKey = (websiteId: string): string => `website.ai_key:${websiteId}`;
export const aboutIdentitySecret = (websiteId: string): string => `website.identity_secret:${websiteId}`;

/** What of a website is sealed at rest, opened. */
export interface OpenedSecrets {
  readonly apiKey: string | null;
  readonly identitySecret: string | null;
}

export function settingsOf(website: Website, { apiKey, identitySecret }: OpenedSecrets): WebsiteSettings {
  return {
    id: website.id,
    name: website.name,
    publicKey: website.publicKey,
    allowedOrigins: website.allowedOrigins,
    mode: website.mode,
    timeZone: website.timeZone,
    locale: website.locale,
    reopenWindowHours: website.reopenWindowHours,
    theme: { ...DEFAULT_THEME, ...website.theme },
    demo: website.demo,
    identitySecret,
    ai: {
      responder: website.responder,
      baseUrl: website.aiBaseUrl ?? null,
      model: website.aiModel ?? null,
      apiKey,
      instructions: website.aiInstructions ?? null,
      confidenceThreshold: website.confidenceThreshold,
      deadlineMs: website.aiDeadlineMs,
    },
  };
}

/**
 * The website as the team sees it over REST.
 * @param lastSeenAt when a page last started its chat
 */
export function bodyOf(website: Website, lastSeenAt: Date | undefined): WebsiteBody {
  return {
    id: website.id,
    name: website.name,
    publicKey: website.publicKey,
    allowedOrigins: website.allowedOrigins,
    mode: website.mode,
    timeZone: website.timeZone,
    locale: website.locale,
    reopenWindowHours: website.reopenWindowHours,
    theme: { ...DEFAULT_THEME, ...website.theme },
    assistant: {
      responder: website.responder,
      baseUrl: website.aiBaseUrl ?? null,
      model: website.aiModel ?? null,
      hasApiKey: website.aiApiKeyEncrypted != null,
      instructions: website.aiInstructions ?? null,
      confidenceThreshold: website.confidenceThreshold,
      deadlineMs: website.aiDeadlineMs,
    },
    demo: website.demo,
    identitySecretAt: website.identitySecretAt?.toISOString() ?? null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    createdAt: website.createdAt.toISOString(),
  };
}
