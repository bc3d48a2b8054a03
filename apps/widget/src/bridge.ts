import type { Message, VisitorIdentity, WidgetTheme } from '#contracts';
import type { IdentityProvider } from '#sdk/visitor';

/** What a site says of its visitor, and what proves it: a token of its own server, or its id for them with the hash. */
export type Described = VisitorIdentity & { readonly token?: string; readonly userId?: string; readonly hash?: string };

/** What a site may say at `boot` and later by `update`. */
export interface WidgetOptions {
  readonly websiteKey: string;
  readonly visitor?: Described;
  /** Asks the site's own server for a fresh token: at the start, when the last one was refused, and before it runs out. */
  readonly identityProvider?: IdentityProvider;
  /** BCP 47; the page's language unless told. */
  readonly locale?: string;
  /** False hides the round button: the site opens the chat from its own. */
  readonly launcher?: boolean;
  /** Over what the website's settings say. */
  readonly theme?: Partial<WidgetTheme>;
}

/** As they came from the page, unread: anybody may have written anything. */
export interface GivenOptions extends WidgetOptions {
  /** The `data-*` attributes of the script. */
  readonly data?: Readonly<DOMStringMap>;
  /** What the attributes say of the visitor does not hold any more: somebody else is here now. */
  readonly anew?: boolean;
}

export type HandoffStep = 'requested' | 'queued' | 'claimed' | 'resolved' | 'returned_to_ai';

/** What `Baton('on', name, listener)` hands to the listener. */
export interface WidgetEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  unread: { readonly count: number };
  message: { readonly message: Message };
  handoff: { readonly status: HandoffStep };
}

export interface LauncherState {
  readonly open: boolean;
  readonly unread: number;
  readonly label: string;
}

/** What was learned of the website's look, so that the next page shows the launcher right at once. */
export interface RememberedLook {
  /** Seen from a language written from the left; mirrored in the others. */
  readonly position: 'left' | 'right';
  /** CSS custom properties. */
  readonly colours: Readonly<Record<string, string>>;
  readonly scheme: 'system' | 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
  /** Of the closed launcher, in the visitor's language. */
  readonly label?: string;
  /** What it was made of, and when. */
  readonly website?: { readonly theme: WidgetTheme; readonly locale: string };
  readonly at?: number;
}

/** What the loader gives to the panel. The two share types only: the loader stays tiny. */
export interface Stage {
  /** Where Baton runs, without a slash at the end. */
  readonly url: string;
  readonly options: GivenOptions;
  /** The shadow root that holds the launcher; the panel appends itself. */
  readonly root: ShadowRoot;
  /** Prefix of everything kept in the browser for this website. */
  readonly storageKey: string;
  readonly look: RememberedLook | undefined;
  emit<Name extends keyof WidgetEvents>(event: Name, detail: WidgetEvents[Name]): void;
  paintLauncher(state: LauncherState): void;
  focusLauncher(): void;
  launcherShown(): boolean;
  dress(look: RememberedLook): void;
}

export interface Panel {
  show(): void;
  hide(): void;
  toggle(): void;
  /** Opens with this text in the composer. */
  showNewMessage(text?: string): void;
  requestHuman(reason?: string): void;
  update(options: GivenOptions): void;
  leave(): void;
}
