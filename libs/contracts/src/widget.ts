import type { PageInfo, VisitorSession } from './sessions.js';
import type { WebsiteMode, WidgetTheme } from './websites.js';

export interface VisitorIdentity {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * What the website's own server vouches for, with the website's identity secret: a JWT (HS256, `sub`, `exp` within a day,
 * optionally `email`, `name`, `aud`), or the customer's id beside its HMAC-SHA256 in hex.
 */
export type IdentityProof = string | { readonly userId: string; readonly hash: string };

/** `POST /api/v1/widget/sessions` */
export interface StartSession {
  readonly websiteKey: string;
  readonly visitor?: VisitorIdentity;
  /** Makes the visitor a verified one: the same on every device. Left out, a visitor stays who they were. */
  readonly identity?: IdentityProof;
  readonly page?: PageInfo;
  readonly locale?: string;
  readonly timeZone?: string;
  /** A visitor token from before: the same session while it lives, else a new one linked to it. */
  readonly resume?: string;
}

export interface StartedSession {
  readonly visitorToken: string;
  readonly session: VisitorSession;
  readonly website: WidgetWebsite;
}

export interface WidgetWebsite {
  readonly name: string;
  readonly theme: WidgetTheme;
  readonly locale: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly mode: WebsiteMode;
  readonly open: boolean;
  readonly opensAt: string | null;
}

/** Answer to `handoff.request`. */
export interface RequestedHandoff {
  readonly status: 'pending' | 'claimed';
  readonly position: number | null;
  readonly etaSeconds: number | null;
}

export interface SubmitContact {
  readonly email: string;
  readonly name?: string;
  readonly phone?: string;
}

export interface SubmitRating {
  /** 1…5 */
  readonly score: number;
  readonly comment?: string;
}
