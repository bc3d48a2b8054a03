import type { AssistantSettings, ResponderKind } from './assistant.js';

export const WEBSITE_MODES = ['always', 'scheduled', 'offline_only', 'off'] as const;
export type WebsiteMode = (typeof WEBSITE_MODES)[number];

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
  readonly createdAt: string;
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
