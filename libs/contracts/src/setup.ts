import type { WidgetTheme } from './websites.js';

/** `POST /setup` on a database without users; `token` was printed at start. Answers as a login does. */
export interface Setup {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Left out by who wants to look around first. */
  readonly website?: FirstWebsite;
}

export interface FirstWebsite {
  readonly name: string;
  /** Exact origins, `scheme://host[:port]`. */
  readonly allowedOrigins: readonly string[];
  readonly timeZone?: string;
  readonly locale?: string;
  readonly theme?: Partial<WidgetTheme>;
}

export interface SetupState {
  readonly open: boolean;
}

/** The way from an empty installation to the first conversation that a person took over, in this order. */
export const CHECKLIST_STEPS = ['website', 'look', 'article', 'answer', 'seen', 'teammate', 'claimed'] as const;
/**
 * What each means, of websites that are not the demo's:
 * `website` there is one · `look` its colour was chosen · `article` one is published · `answer` the AI has answered
 * somebody · `seen` a page that is not Baton's own has shown the chat · `teammate` a second person works here ·
 * `claimed` a handoff was claimed.
 */
export type ChecklistStep = (typeof CHECKLIST_STEPS)[number];

/** `GET /setup/checklist`. */
export interface Checklist {
  readonly steps: readonly { readonly id: ChecklistStep; readonly done: boolean }[];
  /** The first website that is not the demo's; the steps are taken there. */
  readonly website: { readonly id: string; readonly name: string; readonly publicKey: string } | null;
  readonly dismissed: boolean;
}

/** `PATCH /setup/checklist`: away from, or back to, everybody who sees it. */
export interface ChangeChecklist {
  readonly dismissed: boolean;
}

/** `GET`, `POST` (load) and `DELETE` (remove) of `/setup/demo-data` answer with it. */
export interface DemoData {
  /** `loading`: its websites are there, its conversations not all yet; another `POST` goes on. */
  readonly state: 'absent' | 'loading' | 'loaded';
  readonly loadedAt: string | null;
  /** What there is of it now, also what visitors and agents added to it. */
  readonly websites: readonly { readonly id: string; readonly name: string }[];
  readonly people: number;
  readonly conversations: number;
  /** Whoever asks is one of the demo's people: removing it ends their account. */
  readonly includesYou: boolean;
  /** Somebody else can administer the installation; without that it is not removed. */
  readonly removable: boolean;
}
