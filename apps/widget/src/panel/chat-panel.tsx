import { render } from 'preact';
import type { FieldError, Message, WidgetWebsite } from '#contracts';
import type { GivenOptions, Panel, Stage, WidgetOptions } from '../bridge.js';
import type { Connection, connect } from '../connection/index.js';
import type * as Site from '../site/reading.js';
import { FullScreen } from './full-screen.js';
import css from './panel.css?inline';
import { PanelView, type Acts, type Extras } from './parts/panel-view.js';
import { Wording } from './texts/wording.js';

const SPEAK_AGAIN_AFTER_MS = 2000;

/** Handed in by the loader, which fetches them along with the panel. */
export interface ConnectionModule {
  readonly connect: typeof connect;
}
export type SiteModule = Pick<typeof Site, 'read' | 'dressed' | 'localeFor' | 'pageFacts' | 'PageWatch'>;

/** The opened chat: puts conversation, language and screen together, and answers the site's verbs. */
export class ChatPanel implements Panel {
  private options: WidgetOptions;
  /** Null until the language has arrived; nothing is painted before. */
  private wording: Wording | null = null;
  /** What is seldom needed; null until it has been. */
  private extras: Extras | null = null;
  private open = false;
  private left = false;
  private notice: string | null = null;
  /** Came while the chat was closed. */
  private news: Message | null = null;
  private paintedUnread = 0;
  /** What the launcher was last dressed for. */
  private met = '';
  private draft: string;
  /** Had the focus when the chat was opened. */
  private opener: Element | null = null;
  private readonly frame = document.createElement('div');
  private readonly visitor: Connection['visitor'];
  private readonly conversation: Connection['conversation'];
  private readonly keys: Connection['keys'];
  private readonly tab: Connection['tab'];
  private readonly full = new FullScreen(() => this.paint());
  private readonly page: Site.PageWatch;
  private readonly unlisten: (() => void)[] = [];

  constructor(
    private readonly stage: Stage,
    { connect }: ConnectionModule,
    private readonly site: SiteModule,
  ) {
    this.options = site.read(stage.options);
    this.page = new site.PageWatch(() => this.describe());
    const { visitor, conversation, tab, keys } = connect(
      {
        url: stage.url,
        websiteKey: stage.options.websiteKey,
        ...this.described(),
      },
      stage.storageKey,
      {
        changed: () => this.paint(),
        message: (message) => this.heard(message),
        handoff: (status) => stage.emit('handoff', { status }),
      },
    );
    this.visitor = visitor;
    this.conversation = conversation;
    this.keys = keys;
    this.tab = tab;
    this.draft = tab.draft;
    visitor.on('started', ({ replacesPerson }) => {
      // What one person had begun to write is not for the next who signs in here.
      if (replacesPerson) this.write('');
      this.fetchExtras();
    });
    this.settle();
    if (this.tab.open && !this.full.on) this.show();
    else if (visitor.remembers) void conversation.begin();
  }

  show(): void {
    void this.conversation.open();
    if (this.open) return;
    this.opener = document.activeElement;
    this.open = this.tab.open = true;
    this.news = null;
    this.paint();
    this.stage.emit('open', undefined);
  }

  hide(): void {
    if (!this.open) return;
    const hadFocus = this.stage.root.activeElement !== null;
    this.open = this.tab.open = false;
    this.paint();
    if (hadFocus) this.giveFocusBack();
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

  update(given: GivenOptions): void {
    this.options = this.site.read(given);
    this.describe();
    void this.speak();
  }

  leave(): void {
    this.left = true;
    for (const stop of this.unlisten) stop();
    this.full.stop();
    this.page.stop();
    this.conversation.leave();
    render(null, this.frame);
    this.frame.remove();
  }

  /** What does not change with the conversation: styles, language, what the rest of the browser does. */
  private settle(): void {
    const { root } = this.stage;
    this.wear(css);
    (root.querySelector('.baton') ?? root).append(this.frame);
    this.listen(window, 'storage', (event) => this.changedElsewhere(event as StorageEvent));
    this.listen(document, 'visibilitychange', () => this.paint());
    this.listen(window, 'online', () => this.paint());
    this.listen(window, 'offline', () => this.paint());
    // A page that is kept aside may hold no connection, or it would not be kept.
    this.listen(window, 'pagehide', () => this.visitor.pause());
    this.listen(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && this.visitor.resume());
    const screen = window.visualViewport;
    if (screen) for (const name of ['resize', 'scroll']) this.listen(screen, name, () => this.fit(screen));
    void this.speak();
  }

  private wear(styles: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.stage.root.adoptedStyleSheets = [...this.stage.root.adoptedStyleSheets, sheet];
    this.unlisten.push(() => (this.stage.root.adoptedStyleSheets = this.stage.root.adoptedStyleSheets.filter((one) => one !== sheet)));
  }

  /** Fetches the voice for the language of now, unless it speaks already. */
  private async speak(): Promise<void> {
    const locale = this.locale();
    if (this.wording?.locale === locale) return this.paint();
    try {
      const wording = await Wording.in(locale);
      // Meanwhile another may have been asked for.
      if (locale !== this.locale()) return;
      this.wording = wording;
      this.paint();
    } catch {
      // The network blinked between two chunks.
      setTimeout(() => !this.left && void this.speak(), SPEAK_AGAIN_AFTER_MS);
    }
  }

  private fetchExtras(): void {
    if (this.extras) return;
    import('./extras/index.js').then(
      (extras) => {
        if (this.extras || this.left) return;
        this.extras = extras;
        this.wear(extras.css);
        this.paint();
      },
      () => undefined,
    );
  }

  private changedElsewhere({ key, newValue }: StorageEvent): void {
    if (key === this.keys.read) this.conversation.readElsewhere();
    if (key === this.keys.visitor && newValue !== null) this.conversation.follow();
  }

  /** A message that came now. */
  private heard(message: Message): void {
    this.stage.emit('message', { message });
    const elsewhere = !this.open || document.visibilityState === 'hidden';
    const { kind } = message.author;
    if (!elsewhere || (kind !== 'agent' && kind !== 'ai')) return;
    if (this.tab.sound && this.tab.claim(message.id)) this.extras?.ring();
    if (!this.open) this.tell(message);
  }

  private tell(news: Message | null): void {
    this.news = news;
    this.paint();
  }

  private paint(): void {
    if (this.left || !this.wording) return;
    const { state } = this.conversation;
    if (state.website) this.meet(state.website);
    const wording = this.wording.overriddenBy(state.website?.texts ?? {});
    if (this.open && document.visibilityState === 'visible' && state.messages.length > 0) queueMicrotask(() => this.conversation.seen());
    this.paintLauncher(wording);
    this.full.holdPage(this.open && this.full.on);
    this.frame.dir = wording.direction;
    this.frame.lang = wording.locale;
    const greeting = this.options.theme?.greeting ?? state.website?.theme.greeting ?? null;
    const avatarUrl = this.options.theme?.avatarUrl ?? state.website?.theme.avatarUrl ?? null;
    const { open, draft, notice, acts, extras } = this;
    // A site that opens the chat from a button of its own has the event, and its own way to show it.
    const news = this.conversation.unread && this.stage.launcherShown() ? this.news : null;
    const more = { news, greeting, avatarUrl, draft, notice, acts, extras, sound: this.tab.sound, full: this.full.on };
    render(<PanelView open={open} state={state} wording={wording} {...more} />, this.frame);
  }

  /** The website's own settings, as soon as they are known and whenever they or the page's have changed. */
  private meet({ theme, locale }: WidgetWebsite): void {
    const now = JSON.stringify([theme, locale, this.options.theme, this.options.locale]);
    if (now === this.met) return;
    this.met = now;
    this.stage.dress(this.site.dressed({ theme, locale }, this.options, Date.now()));
    void this.speak();
  }

  private paintLauncher(wording: Wording): void {
    const unread = this.open ? 0 : this.conversation.unread;
    const label = this.open ? wording.say('closeChat') : unread ? wording.say('openChatUnread', { count: unread }) : wording.say('openChat');
    this.stage.paintLauncher({ open: this.open, unread, label });
    if (unread !== this.paintedUnread) this.stage.emit('unread', { count: unread });
    this.paintedUnread = unread;
  }

  private readonly acts: Acts = {
    open: () => this.show(),
    close: () => this.hide(),
    hideNews: () => {
      this.tell(null);
      this.stage.focusLauncher();
    },
    send: (text) => {
      this.say(null);
      this.page.look();
      this.conversation.send(text);
    },
    write: (text) => {
      this.write(text);
      if (!text) return;
      this.fetchExtras();
      this.conversation.typing();
    },
    requestPerson: () => this.requestHuman(),
    answerOffer: (accept) => void this.attempt(this.conversation.answerOffer(accept)),
    sendAgain: (clientId) => this.visitor.sendAgain(clientId),
    discard: (clientId) => this.visitor.discard(clientId),
    rate: (score, comment) => this.attempt(this.conversation.rate(score, comment)),
    leaveContact: (contact) =>
      this.conversation.leaveContact(contact).then(
        () => (this.say(null), []),
        ({ errors }: { errors?: readonly FieldError[] }) => {
          if (errors?.length) return errors;
          this.sayFailed();
          return null;
        },
      ),
    end: () => void this.attempt(this.conversation.end()),
    setSound: (on) => {
      this.tab.sound = on;
      this.paint();
    },
    saveTranscript: () => {
      const { state } = this.conversation;
      if (this.wording) this.extras?.saveTranscript([...state.earlier, ...state.messages], state.website?.name ?? '', this.wording);
    },
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

  // Without a network it is said with the next start.
  private describe(): void {
    this.conversation.describe(this.described()).catch(() => undefined);
  }

  private described() {
    const { visitor: { token, userId, hash, ...visitor } = {}, identityProvider } = this.options;
    const identity = token ?? (userId && hash ? { userId, hash } : undefined);
    return { visitor, identity, identityProvider, locale: this.locale(), page: this.site.pageFacts() };
  }

  private locale(): string {
    return this.site.localeFor(this.options.locale, this.visitor?.website?.locale);
  }

  private giveFocusBack(): void {
    this.stage.focusLauncher();
    // The site may have hidden the launcher and opened the chat from a button of its own.
    if (!this.stage.root.activeElement && this.opener instanceof HTMLElement) this.opener.focus();
  }

  // With the keyboard open on a phone, the part of the page that can be seen is smaller than its viewport.
  private fit(screen: VisualViewport): void {
    // Zoomed in with two fingers, the visitor looks around by themselves.
    const zoomed = screen.scale > 1.01;
    this.frame.style.setProperty('--seen-height', zoomed ? '' : `${screen.height}px`);
    this.frame.style.setProperty('--seen-top', zoomed ? '' : `${screen.offsetTop}px`);
  }

  private listen(target: EventTarget, name: string, listener: (event: Event) => unknown): void {
    target.addEventListener(name, listener);
    this.unlisten.push(() => target.removeEventListener(name, listener));
  }
}
