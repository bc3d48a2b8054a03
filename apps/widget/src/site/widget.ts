import type { Described, GivenOptions, Panel, RememberedLook, Stage, WidgetEvents } from '../bridge.js';
import type { Stand, Standing } from '../loader/standing.js';

import { explain, fits } from './misuse.js';
import * as reading from './reading.js';
import { settle } from './settle.js';

type Listener = (detail: unknown) => void;
type Change = (options: GivenOptions, value: never) => Partial<GivenOptions>;

/** Verbs that only say something; the panel hears of them when it is there. */
const CHANGES: Readonly<Record<string, Change>> = {
  update: (_options, change: Partial<GivenOptions>) => change,
  // A proof may name somebody else: nothing that was said of one person must cling to the next.
  identify: ({ visitor }, more: Described) => (more.token || more.userId ? { visitor: more, anew: true } : { visitor: { ...visitor, ...more } }),
  setAttributes: ({ visitor }, more: object) => ({ visitor: { ...visitor, attributes: { ...visitor?.attributes, ...more } } }),
  setLocale: (_options, locale: string) => ({ locale }),
};

/** What a booted widget consists of. */
interface Site extends Standing {
  options: GivenOptions;
}

/** The verbs. The panel and the conversation are fetched when they are wanted. */
export class Widget {
  private site: Site | null = null;
  private panel: Promise<Panel> | null = null;
  private readonly early: [string, unknown[]][] = [];
  private readonly listeners: Record<string, Set<Listener>> = Object.create(null);

  /** @param stand gives the launcher that stands on the page for a website, or puts it there */
  constructor(
    private readonly url: string,
    private readonly stand: Stand,
  ) {
    addEventListener('storage', ({ key, newValue }) => {
      // Signed out in another tab, or somebody emptied the storage.
      if (this.site && newValue === null && (key === null || key === this.site.memory.key)) this.forgetVisitor(this.site);
    });
  }

  act(verb: string, args: unknown[]): void {
    // Not a page's verb: a finger is on its way to the launcher.
    if (verb === 'prepare') return void load().catch(nothing);
    if (!fits(verb, args)) return explain(verb, args);
    const [first] = args as [never];
    const change = CHANGES[verb];
    if (verb === 'boot') this.boot(first);
    else if (verb === 'on') this.on(first, args[1] as Listener);
    else if (verb === 'off') this.off(first, args[1] as Listener | undefined);
    else if (verb === 'shutdown') this.shutdown();
    else if (!this.site) this.early.push([verb, args]);
    else if (change) this.change(change(this.site.options, first));
    else if (verb === 'hide') this.panel?.then((panel) => panel.hide(), nothing);
    else this.withPanel((panel) => panel[verb as 'show'](...(args as [])));
  }

  private boot(options: GivenOptions): void {
    const { websiteKey } = options;
    if (this.site?.options.websiteKey === websiteKey) return this.change(options);
    // Another website's conversation stays in the browser for when the page comes back to it.
    this.dropPanel();
    this.site = { options, ...this.stand(options) };
    const { memory } = this.site;
    this.emit('ready', undefined);
    for (const [verb, args] of this.early.splice(0)) this.act(verb, args);
    this.settle();
    if (memory.mayHaveNews) this.withPanel(nothing);
  }

  private settle(): void {
    if (this.site) void settle(this.stage(this.site));
  }

  private change(change: Partial<GivenOptions> = {}): void {
    const { site } = this;
    if (!site) return;
    const options = { ...site.options, ...change, websiteKey: site.options.websiteKey };
    site.options = options;
    site.launcher.allow(options);
    this.settle();
    this.panel?.then((panel) => panel.update(options), nothing);
  }

  private shutdown(): void {
    this.dropPanel();
    this.site?.leave();
    this.site?.memory.forget();
    this.site = null;
  }

  private forgetVisitor(site: Site): void {
    this.dropPanel();
    site.memory.forget();
    site.options = { ...site.options, visitor: {}, anew: true };
  }

  private dropPanel(): void {
    this.panel?.then((panel) => panel.leave(), nothing);
    this.panel = null;
  }

  private withPanel(use: (panel: Panel) => void): void {
    const booted = this.site;
    if (!booted) return;
    this.panel ??= load().then(([{ mountPanel }, connection]) => mountPanel(this.stage(booted), connection, reading));
    // Most likely there is no network. The next click tries again.
    this.panel.then(use, () => (this.panel = null));
  }

  private stage({ options, memory, launcher }: Site): Stage {
    return {
      url: this.url,
      options,
      storageKey: memory.key,
      root: launcher.root,
      look: memory.look,
      emit: (event, detail) => this.emit(event, detail),
      paintLauncher: (state) => launcher.paint(state),
      focusLauncher: () => launcher.focus(),
      launcherShown: () => launcher.shown,
      dress: (look: RememberedLook) => {
        // Answers that arrive after everybody has left leave nothing behind.
        if (this.site?.memory !== memory) return;
        launcher.dress(look);
        memory.holdLook(look);
      },
    };
  }

  private on(event: string, listener: Listener): void {
    (this.listeners[event] ??= new Set()).add(listener);
    // Whoever asks late still wants to know.
    if (event === 'ready' && this.site) queueMicrotask(() => listener(undefined));
  }

  private off(event: string, listener?: Listener): void {
    if (listener) this.listeners[event]?.delete(listener);
    else delete this.listeners[event];
  }

  private emit<Name extends keyof WidgetEvents>(event: Name, detail: WidgetEvents[Name]): void {
    // Each on its own: the site's mistake in one must neither stop the others, nor us, nor be hidden from the site.
    this.listeners[event]?.forEach((listener) => queueMicrotask(() => listener(detail)));
  }
}

function load() {
  return Promise.all([import('../panel/index.js'), import('../connection/index.js')]);
}

function nothing(): void {}
