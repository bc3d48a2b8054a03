import { render } from 'preact';
import type { WidgetTheme } from '#contracts';
import type { Panel, Stage, WidgetOptions } from '../bridge.js';
import type { Connection, connect } from '../connection/index.js';
import css from './panel.css?inline';
import { PanelView, type Acts } from './parts/panel-view.js';
import { TabMemory } from './tab-memory.js';
import { Wording } from './texts/wording.js';

/** Below this the open panel fills the screen, and is not opened unasked on the site's next page. */
const PHONE = '(max-width: 480px)';

/** What the styles already say; other accents are computed. */
const OUR_ACCENT = '#0b6e5f';
const SPEAK_AGAIN_AFTER_MS = 2000;

/** Handed in by the loader, which fetches it along with the panel. */
export interface ConnectionModule {
  readonly connect: typeof connect;
}

/** The opened chat: puts conversation, language and screen together, and answers the site's verbs. */
export class ChatPanel implements Panel {
  private options: WidgetOptions;
  /** Null until the language has arrived; nothing is painted before. */
  private wording: Wording | null = null;
  private open = false;
  private left = false;
  private notice: string | null = null;
  private paintedUnread = 0;
  private draft: string;
  private readonly frame = document.createElement('div');
  private readonly visitor: Connection['visitor'];
  private readonly conversation: Connection['conversation'];
  private readonly keys: Connection['keys'];
  private readonly tab: TabMemory;
  private readonly unlisten: (() => void)[] = [];

  constructor(
    private readonly stage: Stage,
    { connect }: ConnectionModule,
  ) {
    this.options = stage.options;
    this.tab = new TabMemory(stage.storageKey);
    this.draft = this.tab.draft;
    const { visitor, conversation, keys } = connect(
      {
        url: stage.url,
        websiteKey: stage.options.websiteKey,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(browserStorage() ? { storage: localStorage } : {}),
        ...this.described(),
      },
      stage.storageKey,
      {
        changed: () => this.paint(),
        message: (message) => stage.emit('message', { message }),
        handoff: (status) => stage.emit('handoff', { status }),
      },
    );
    this.visitor = visitor;
    this.conversation = conversation;
    this.keys = keys;
    this.visitor.on('started', ({ website }) => this.dress(website.theme).catch(() => undefined));
    this.settle();
    if (this.tab.open && !matchMedia(PHONE).matches) this.show();
    else void this.conversation.begin();
  }

  show(): void {
    void this.conversation.begin();
    if (this.open) return;
    this.open = this.tab.open = true;
    this.paint();
    this.stage.emit('open', undefined);
  }

  hide(): void {
    if (!this.open) return;
    const hadFocus = this.stage.root.activeElement !== null;
    this.open = this.tab.open = false;
    this.paint();
    if (hadFocus) this.stage.focusLauncher();
    this.stage.emit('close', undefined);
  }

  toggle(): void {
    if (this.open) this.hide();
    else this.show();
  }

  showNewMessage(text = ''): void {
    if (text) this.write(text);
    this.show();
  }

  requestHuman(reason?: string): void {
    this.show();
    this.conversation.requestPerson(reason).then(
      () => this.say(null),
      () => this.sayFailed(),
    );
  }

  update(options: WidgetOptions): void {
    const { locale } = this.options;
    this.options = options;
    // Without a network it is said with the next start.
    this.conversation.describe(this.described()).catch(() => undefined);
    if (options.locale !== locale) void this.speak();
    if (this.visitor.website) this.dress(this.visitor.website.theme).catch(() => undefined);
  }

  leave(): void {
    this.left = true;
    for (const stop of this.unlisten) stop();
    this.conversation.leave();
    render(null, this.frame);
    this.frame.remove();
  }

  /** What does not change with the conversation: styles, language, what the rest of the browser does. */
  private settle(): void {
    const { root } = this.stage;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), sheet];
    (root.querySelector('.baton') ?? root).append(this.frame);
    this.listen(window, 'storage', (event) => this.changedElsewhere(event as StorageEvent));
    this.listen(document, 'visibilitychange', () => this.paint());
    const screen = window.visualViewport;
    if (screen) for (const name of ['resize', 'scroll']) this.listen(screen, name, () => this.fit(screen));
    void this.speak();
  }

  private async speak(): Promise<void> {
    try {
      this.wording = await Wording.in(this.locale());
      this.paint();
    } catch {
      // The network blinked between two chunks.
      setTimeout(() => void this.speak(), SPEAK_AGAIN_AFTER_MS);
    }
  }

  private changedElsewhere({ key, newValue }: StorageEvent): void {
    if (key === this.keys.read) this.conversation.readElsewhere();
    if (key !== this.keys.visitor) return;
    if (newValue === null) this.stage.startOver();
    else if (this.visitor.session && !newValue.includes(this.visitor.session.id)) this.visitor.start().catch(() => undefined);
  }

  private async dress(settings: WidgetTheme): Promise<void> {
    const { accent, position, scheme } = { ...settings, ...this.options.theme };
    const colours = accent.toLowerCase() === OUR_ACCENT ? {} : (await import('./colours.js')).accentColours(accent);
    this.stage.dress({ position, scheme, colours });
  }

  private paint(): void {
    if (this.left || !this.wording) return;
    const state = this.conversation.state;
    const wording = this.wording.overriddenBy(state.website?.texts ?? {});
    if (this.open && document.visibilityState === 'visible' && state.messages.length > 0) queueMicrotask(() => this.conversation.seen());
    this.paintLauncher(wording);
    this.frame.dir = wording.direction;
    this.frame.lang = wording.locale;
    const greeting = this.options.theme?.greeting ?? state.website?.theme.greeting ?? null;
    render(
      <PanelView open={this.open} state={state} wording={wording} greeting={greeting} draft={this.draft} notice={this.notice} acts={this.acts} />,
      this.frame,
    );
  }

  private paintLauncher(wording: Wording): void {
    const unread = this.open ? 0 : this.conversation.unread;
    const label = this.open ? wording.say('closeChat') : unread ? wording.say('openChatUnread', { count: unread }) : wording.say('openChat');
    this.stage.paintLauncher({ open: this.open, unread, label });
    if (unread !== this.paintedUnread) this.stage.emit('unread', { count: unread });
    this.paintedUnread = unread;
  }

  private readonly acts: Acts = {
    close: () => this.hide(),
    send: (text) => {
      this.say(null);
      this.conversation.send(text);
    },
    write: (text) => {
      this.write(text);
      if (text) this.conversation.typing();
    },
    requestPerson: () => this.requestHuman(),
    sendAgain: (clientId) => this.visitor.sendAgain(clientId),
    discard: (clientId) => this.visitor.discard(clientId),
    rate: (score) => this.attempt(this.conversation.rate(score)),
    leaveContact: (contact) => this.attempt(this.conversation.leaveContact(contact)),
  };

  private write(text: string): void {
    this.draft = this.tab.draft = text;
    this.paint();
  }

  private attempt(act: Promise<void>): Promise<boolean> {
    return act.then(
      () => (this.say(null), true),
      () => (this.sayFailed(), false),
    );
  }

  private sayFailed(): void {
    this.say(this.wording?.say('somethingWrong') ?? null);
  }

  private say(notice: string | null): void {
    if (notice === this.notice) return;
    this.notice = notice;
    this.paint();
  }

  private described() {
    const { visitor: { token, userId, hash, ...visitor } = {}, identityProvider } = this.options;
    const identity = token ?? (userId && hash ? { userId, hash } : undefined);
    const { origin, pathname, search } = location;
    const page = { url: origin + pathname + search, title: document.title, referrer: document.referrer };
    return { visitor, identity, identityProvider, locale: this.locale(), page };
  }

  private locale(): string {
    return this.options.locale || document.documentElement.lang || navigator.language;
  }

  // With the keyboard open on a phone, the part of the page that can be seen is smaller than its viewport.
  private fit(screen: VisualViewport): void {
    this.frame.style.setProperty('--seen-height', `${screen.height}px`);
    this.frame.style.setProperty('--seen-top', `${screen.offsetTop}px`);
  }

  private listen(target: EventTarget, name: string, listener: (event: Event) => void): void {
    target.addEventListener(name, listener);
    this.unlisten.push(() => target.removeEventListener(name, listener));
  }
}

function browserStorage(): boolean {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}
