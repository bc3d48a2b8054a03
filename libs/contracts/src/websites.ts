import type { AssistantSettings, ResponderKind } from './assistant.js';

export const WEBSITE_MODES = ['always', 'scheduled', 'offline_only', 'off'] as const;
export type WebsiteMode = (typeof WEBSITE_MODES)[number];

/** The modes a website can be put into; the others follow business hours, which Baton does not keep yet. */
export const AVAILABLE_MODES = ['always', 'off'] as const satisfies readonly WebsiteMode[];

export interface WidgetTheme {
  /** #rrggbb */
  readonly accent: string;
  readonly position: 'right' | 'left';
  readonly greeting: string | null;
  readonly avatarUrl: string | null;
  readonly scheme: 'system' | 'light' | 'dark';
}

export interface Website {
  readonly id: string;
  readonly name: string;
  /** The widget's `websiteKey`. */
  readonly publicKey: string;
  /** Exact origins, `scheme://host[:port]`. */
  readonly allowedOrigins: readonly string[];
  readonly mode: WebsiteMode;
  readonly timeZone: string;
  readonly locale: string;
  /** A visitor who writes within this time after closing reopens the session; hours. */
  readonly reopenWindowHours: number;
  readonly theme: WidgetTheme;
  readonly assistant: AssistantSettings;
  /** Made with the demo data. */
  readonly demo: boolean;
  /** When the identity secret was made; null while there is none. */
  readonly identitySecretAt: string | null;
  /** When a page of an allowed origin last started the chat; null: never yet. */
  readonly lastSeenAt: string | null;
  readonly createdAt: string;
}

/** A page that asked for the chat, the latest time. */
export interface WebsiteSighting {
  readonly origin: string;
  /** False: its origin was not among the allowed ones then, and it was turned away. */
  readonly allowed: boolean;
  /** Without query and fragment; null where the page did not say. */
  readonly pageUrl: string | null;
  readonly at: string;
}

/** `GET /websites/:id/installation`: which pages asked for the chat, latest first. */
export interface Installation {
  readonly sightings: readonly WebsiteSighting[];
}

/** `POST /websites/:id/identity-secret`: shown this once; the one before is void. */
export interface IdentitySecret {
  readonly secret: string;
}

export interface SaveWebsite {
  readonly name: string;
  readonly allowedOrigins: readonly string[];
  readonly mode?: WebsiteMode;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly reopenWindowHours?: number;
  readonly theme?: Partial<WidgetTheme>;
  readonly assistant?: SaveAssistantSettings;
}

export interface SaveAssistantSettings {
  readonly responder?: ResponderKind;
  readonly baseUrl?: string | null;
  readonly model?: string | null;
  /** Write-only; null removes it, absence keeps it. */
  readonly apiKey?: string | null;
  readonly instructions?: string | null;
  readonly confidenceThreshold?: number;
  readonly deadlineMs?: number;
}
