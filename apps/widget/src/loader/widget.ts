import type { Described, Panel, Stage, WidgetEvents, WidgetOptions } from '../bridge.js';
import { BrowserMemory } from './browser-memory.js';
import { Launcher } from './launcher.js';

type Listener = (detail: unknown) => void;
type Change = (options: WidgetOptions, value: never) => Partial<WidgetOptions>;

/** Verbs that only say something; the panel hears of them when it is there. */
const CHANGES: Readonly<Record<string, Change>> = {
  update: (_options, change: Partial<WidgetOptions>) => change,
  // A proof may name somebody else: nothing that was said of one person must cling to the next.
  identify: ({ visitor }, more: Described) => ({ visitor: more.token || more.userId ? more : { ...visitor, ...more } }),
  setAttributes: ({ visitor }, more: object) => ({ visitor: { ...visitor, attributes: { ...visitor?.attributes, ...more } } }),
  setLocale: (_options, locale: string) => ({ locale }),
};
const OPENING = ['show', 'toggle', 'showNewMessage', 'requestHuman'] as const;

/** What a booted widget consists of. */
interface Site {
  options: WidgetOptions;
  readonly memory: BrowserMemory;
  readonly launcher: Launcher;
}

/** What stands on the page from the start: the launcher, and the verbs. The conversation is fetched when it is wanted. */
export class Widget {
  private site: Site | null = null;
  private panel: Promise<Panel> | null = null;
  private readonly early: [string, unknown[]][] = [];
  private readonly listeners: Record<string, Set<Listener>> = Object.create(null);

  constructor(private readonly url: string) {}

  act(verb: string, args: unknown[]): void {
    const [first] = args as [never];
    const change = CHANGES[verb];
    if (verb === 'boot') this.boot(first);
    else if (verb === 'on') (this.listeners[first] ??= new Set()).add(args[1] as Listener);
    else if (verb === 'off') this.off(first, args[1] as Listener | undefined);
    else if (verb === 'shutdown') this.shutdown();
    else if (!this.site) this.early.push([verb, args]);
    else if (change) this.change(change(this.site.options, first));
    else if (verb === 'hide') this.panel?.then((panel) => panel.hide(), nothing);
    else if (OPENING.includes(verb as never)) this.withPanel((panel) => panel[verb as (typeof OPENING)[number]](first));
    else complain(`unknown verb "${verb}"`);
  }

  private boot(options: WidgetOptions): void {
    const { websiteKey } = options ?? {};
    if (!websiteKey) return complain('boot needs a websiteKey');
    if (this.site?.options.websiteKey === websiteKey) return this.change(options);
    // Another website's conversation stays in the browser for when the page comes back to it.
    this.leave();
    const memory = new BrowserMemory(websiteKey);
    const launcher = new Launcher(options, memory.look, {
      toggle: () => this.act('toggle', []),
      prepare: () => this.load().catch(nothing),
    });
    this.site = { options, memory, launcher };
    this.emit('ready', undefined);
    for (const [verb, args] of this.early.splice(0)) this.act(verb, args);
    if (memory.mayHaveNews) this.withPanel(nothing);
  }

  private change(change: Partial<WidgetOptions>): void {
    const { site } = this;
    if (!site) return;
    const options = { ...site.options, ...change, websiteKey: site.options.websiteKey };
    site.options = options;
    site.launcher.allow(options.launcher);
    this.panel?.then((panel) => panel.update(options), nothing);
  }

  private shutdown(): void {
    this.leave();
    this.site?.memory.forget();
    this.site = null;
  }

  private leave(): void {
    this.dropPanel();
    this.site?.launcher.remove();
  }

  private dropPanel(): void {
    this.panel?.then((panel) => panel.leave(), nothing);
    this.panel = null;
  }

  private withPanel(use: (panel: Panel) => void): void {
    const { site } = this;
    if (!site) return;
    this.panel ??= this.load().then(([{ mountPanel }, connection]) => mountPanel(this.stage(site), connection));
    // Most likely there is no network. The next click tries again.
    this.panel.then(use, () => (this.panel = null));
  }

  private load() {
    return Promise.all([import('../panel/index.js'), import('../connection/index.js')]);
  }

  private stage({ options, memory, launcher }: Site): Stage {
    return {
      url: this.url,
      options,
      storageKey: memory.key,
      root: launcher.root,
      emit: (event, detail) => this.emit(event, detail),
      paintLauncher: (state) => launcher.paint(state),
      focusLauncher: () => launcher.focus(),
      dress: (look) => {
        launcher.dress(look);
        memory.holdLook(look);
      },
      startOver: () => this.dropPanel(),
    };
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

/** To whoever builds the page. */
function complain(what: string): void {
  // eslint-disable-next-line no-console -- the site's developers have no other place to look
  console.warn(`Baton: ${what}`);
}

function nothing(): void {}
