import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { BuiltPages } from './support/built-pages.js';
import { describeInChromium } from './support/chromium.js';
import { FakeBaton, WEBSITE_KEY } from './support/fake-baton.js';
import { HostSite } from './support/host-site.js';
import { differences, lookOfWidget, stateOf } from './support/page-state.js';
import { eventually, VisitorPage } from './support/visitor-page.js';

interface HostPage {
  readonly html?: string;
  readonly head?: string;
  readonly body?: string;
  readonly css?: string;
  /** A script of the page, before anything else in it. */
  readonly js?: string;
  readonly policy?: (chat: string) => string;
  /** Where the widget may look otherwise than on a page of no opinions. */
  readonly looksOtherwise?: true;
}

/** What the guide tells sites to allow, and nothing that it does not. */
const DOCUMENTED_POLICY = (chat: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self' ${chat}`,
    `style-src 'self'`,
    `connect-src ${chat} ${chat.replace('http', 'ws')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');

const HOSTILE_STYLES: Readonly<Record<string, HostPage>> = {
  'unsets everything': { css: '* { all: unset !important }' },
  'hides what it does not know': {
    css: `div, section, form, p, svg, span, baton-widget, :not(html, head, body, h1) { display: none !important; visibility: hidden !important; opacity: 0 !important;
      pointer-events: none !important; clip-path: inset(50%) !important; user-select: none !important }`,
  },
  'styles every button and field': {
    css: `button, input, textarea, [type], [role] { all: unset !important; position: static !important; inline-size: 300px !important; transform: rotate(9deg) !important;
      background: hotpink !important; text-transform: uppercase !important; appearance: none !important }`,
  },
  'has types of its own': {
    css: `html { font-size: 62.5% !important } * { font-size: 0 !important; line-height: 0 !important; letter-spacing: 1em !important; word-spacing: 3em !important;
      text-transform: uppercase !important; text-align: justify !important; text-indent: 4em !important; white-space: pre !important; font: italic 900 40px serif !important;
      color: lime !important; writing-mode: vertical-rl !important; cursor: none !important }`,
  },
  'names its colours as we do': {
    css: `*, :root, baton-widget { --accent: red !important; --accent-ink: red !important; --surface: red !important; --text: red !important; --line: red !important;
      --bad: red !important; --ai: red !important; --seen-height: 90px !important; --seen-top: 300px !important; color-scheme: only dark; accent-color: red; }`,
  },
  'moves and filters its body': {
    css: `body { transform: translateY(-40px) scale(0.9); filter: saturate(0.5); perspective: 200px; contain: paint; overflow: hidden; height: 300px; will-change: transform }`,
  },
  'lays grids and flex on whatever is in it': {
    css: `html { display: flex !important } body { display: grid !important; grid-template-columns: repeat(9, 1fr); gap: 40px; overflow: hidden } body > *, html > * { flex: 0 0 10px; float: left; max-width: 40px; margin: 30px !important }`,
  },
  'stacks bars over everything': {
    css: `.bar { position: fixed; inset: auto 0 0 0; height: 200px; z-index: 999999999; background: navy }`,
    body: '<div class="bar">We use cookies</div>',
  },
  'animates and prints as it likes': {
    css: `body, body *, baton-widget { animation: theirs 1s infinite paused !important; transition: all 9s !important } @keyframes theirs { to { opacity: 0; translate: 90px } } @keyframes rise { to { opacity: 0 } } @keyframes turn { to { opacity: 0 } }`,
  },
  'is written from the right': { html: 'dir="rtl" lang="en"', css: 'body { direction: rtl; text-align: right }', looksOtherwise: true },
};

const STUBBORN_SCRIPTS: Readonly<Record<string, HostPage>> = {
  'extends the prototypes, as Prototype did': {
    js: `Object.extend = function (to, from) { for (var name in from) to[name] = from[name]; return to };
      Object.extend(Array.prototype, { each: function (f) { for (var i = 0; i < this.length; i++) f(this[i], i) }, last: function () { return this[this.length - 1] },
        without: function () { return this }, toArray: function () { return [].concat(this) }, toJSON: undefined });
      Object.extend(Object.prototype, { clone: function () { return this }, isElement: function () { return false } });
      Object.extend(String.prototype, { strip: function () { return this }, toJSON: function () { return '"' + this + '"' } });
      delete String.prototype.toJSON;
      Array.from = window.$A = function (it) { if (!it) return []; if ('toArray' in Object(it)) return it.toArray(); var n = it.length || 0, out = new Array(n); while (n--) out[n] = it[n]; return out };
      Function.prototype.bind = function (to) { var f = this, args = [].slice.call(arguments, 1); return function () { return f.apply(to, args.concat([].slice.call(arguments))) } };
      Object.extend(Element.prototype, { remove: function () { return this.parentNode.removeChild(this), this }, hide: function () { this.style.display = 'none' }, show: function () { this.style.display = '' },
        update: function (html) { this.textContent = html }, insert: function () { throw new Error('theirs') }, select: function () { return [] }, observe: function () { return this }, fire: function () { return this } });
      window.$ = function (id) { return document.getElementById(id) };`,
  },
  'puts itself before the browser, as MooTools did': {
    js: `var NativeElement = Element;
      window.Element = function () { throw new TypeError('theirs') }; window.Element.prototype = NativeElement.prototype;
      ['set', 'get', 'store', 'retrieve', 'inject', 'grab', 'adopt', 'dispose', 'erase', 'toggle', 'fade'].forEach(function (name) { NativeElement.prototype[name] = function () { throw new Error(name) } });
      Array.prototype.contains = Array.prototype.append = Array.prototype.flatten = String.prototype.clean = function () { throw new Error('theirs') };
      Object.each = Object.merge = Object.clone = function () { throw new Error('theirs') };
      Function.prototype.delay = Function.prototype.periodical = function () { throw new Error('theirs') };
      window.Class = window.Events = window.Options = window.Request = window.Cookie = window.Browser = function () { throw new Error('theirs') };`,
  },
  'brings its own elements, JSON and events, as polyfills did': {
    js: `(function () {
      var native = window.customElements, parse = JSON.parse, stringify = JSON.stringify, listen = EventTarget.prototype.addEventListener, create = document.createElement;
      window.customElements = { get: function (name) { return native.get(name) }, define: function (name, type) { if (native.get(name)) throw new Error(name); native.define(name, type) }, whenDefined: function (name) { return native.whenDefined(name) } };
      window.JSON = { parse: function (text, revive) { return parse(text, revive) }, stringify: function (value, replace, space) { return stringify(value, replace, space) } };
      EventTarget.prototype.addEventListener = function (type, listener, options) { return listen.call(this, type, listener, typeof options === 'object' ? !!options.capture : options) };
      document.createElement = function (name) { return create.call(document, name) };
      window.Promise = class extends Promise {}; window.fetch = (function (fetch) { return function () { return fetch.apply(window, arguments) } })(fetch);
    })();`,
  },
  'forbids to keep anything': {
    js: `['localStorage', 'sessionStorage', 'indexedDB'].forEach(function (name) { Object.defineProperty(window, name, { get: function () { throw new DOMException('The operation is insecure.', 'SecurityError') } }) });`,
  },
  'has names where we would look': {
    js: `window.name = '{"q":[["boot"]]}'; window.q = window.v = 1;`,
    body: '<div id="Baton"></div><form id="baton-widget"></form><a id="io"></a>',
  },
  'lies about which script is running': { body: '<img name="currentScript" src="/theirs.gif" alt="">' },
  'has a base elsewhere': { head: '<base href="https://elsewhere.test/deep/">' },
  'steals the keys': {
    js: `['keydown', 'keypress', 'keyup'].forEach(function (name) { document.addEventListener(name, function (event) {
      if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault(); document.title = 'stolen' }) });`,
  },
};

describeInChromium('the widget on pages that were not made for it', (browser) => {
  let pages: BuiltPages;
  let baton: FakeBaton;
  let site: HostSite;
  let chat: string;
  let context: BrowserContext;
  let embed: string;
  let plainLook: string[];
  const visitors: VisitorPage[] = [];

  beforeAll(async () => {
    pages = await BuiltPages.build();
    [baton, site] = await Promise.all([FakeBaton.start(pages.serve), HostSite.start()]);
    chat = baton.url.replace('127.0.0.1', 'chat.test');
    embed = `<script async src="${chat}/widget/v1.js" data-website-key="${WEBSITE_KEY}"></script>`;
    baton.answer = (text) => ({ text: `You said **${text}**` });
    site.put('/theirs.gif', '');
    context = await newContext();
    const visitor = await aVisitorOn(page({}, embed));
    await talks(visitor);
    plainLook = await lookOfWidget(visitor.page);
    await context.close();
  });
  afterAll(async () => {
    await Promise.all([baton.stop(), site.stop(), pages.remove()]);
  });
  beforeEach(async () => {
    context = await newContext();
  });
  afterEach(async () => {
    expect(await context.cookies()).toEqual([]);
    await context.close();
    expect(visitors.splice(0).flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  async function newContext(): Promise<BrowserContext> {
    const one = await browser().newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: 'en-GB' });
    one.setDefaultTimeout(8000);
    return one;
  }

  function page({ html = 'lang="en"', head = '', body = '', css, js }: HostPage, widget: string): string {
    if (css) site.put('/theirs.css', css);
    if (js) site.put('/theirs.js', js);
    return `<!doctype html><html ${html}><head><title>A site</title>${js ? '<script src="/theirs.js"></script>' : ''}${css ? '<link rel="stylesheet" href="/theirs.css">' : ''}${head}</head>
      <body><h1 class="theirs">A site</h1><p class="theirs">Words of theirs <button class="theirs">Buy</button> <input class="theirs" aria-label="Search"></p>${body}${widget}</body></html>`;
  }

  async function aVisitorOn(html: string, policy?: string): Promise<VisitorPage> {
    site.put('/', html, policy);
    const visitor = await VisitorPage.open(context, site.origin());
    visitors.push(visitor);
    return visitor;
  }

  /** Opens, writes letter by letter as people do, is answered. */
  async function talks(visitor: VisitorPage, text = 'Will it fit?'): Promise<void> {
    await visitor.openChatIfClosed();
    await visitor.composer.pressSequentially(text);
    await visitor.composer.press('Enter');
    await visitor.sees(`You said ${text}`);
  }

  async function theWidgetWorksAndLeavesAlone(host: HostPage): Promise<VisitorPage> {
    const policy = host.policy?.(chat);
    const bare = await aVisitorOn(page(host, ''), policy);
    const before = await stateOf(bare.page);
    await bare.page.close();
    const visitor = await aVisitorOn(page(host, embed), policy);
    await talks(visitor);
    const after = await stateOf(visitor.page);
    expect(differences(before.globals, after.globals).filter((change) => change !== '+ Baton')).toEqual([]);
    expect(differences(before.styles, after.styles)).toEqual([]);
    for (const what of ['builtIns', 'markup', 'sheets', 'title'] as const) expect(after[what]).toEqual(before[what]);
    if (!host.looksOtherwise) expect(differences(plainLook, await lookOfWidget(visitor.page))).toEqual([]);
    return visitor;
  }

  describe('whose style', () => {
    it.each(Object.entries(HOSTILE_STYLES))('%s', async (_what, host) => {
      await theWidgetWorksAndLeavesAlone(host);
    });
  });

  describe('whose script', () => {
    it.each(Object.entries(STUBBORN_SCRIPTS))('%s', async (_what, host) => {
      const visitor = await theWidgetWorksAndLeavesAlone(host);
      expect(await visitor.page.title()).toBe('A site');
    });

    it('is an old jQuery that takes part in everything', async () => {
      const jquery = await readFile('node_modules/jquery/dist/jquery.min.js', 'utf8');
      await theWidgetWorksAndLeavesAlone({
        js: `${jquery};jQuery(function ($) {
          $(document).on('click', '*', function (event) { if ($(event.target).is('a')) return false }).on('submit', 'form', function () { return false });
          $('*').css('outline', '0'); $.ajaxSetup({ cache: false }); $(window).resize().scroll(); $('body').find('button').click(function () { $(this).text('Bought') }) })`,
      });
    });
  });

  it('needs of a strict policy what the guide says, also under Trusted Types', async () => {
    await theWidgetWorksAndLeavesAlone({ policy: DOCUMENTED_POLICY });
  });

  it('is there when its script stands before the body, or is written into the page', async () => {
    const early = await aVisitorOn(
      `<!doctype html><title>A site</title><script src="${chat}/widget/v1.js" data-website-key="${WEBSITE_KEY}"></script><h1>A site</h1>`,
    );
    await talks(early);
    site.put('/theirs.js', `document.write('<script src="${chat}/widget/v1.js" data-website-key="${WEBSITE_KEY}"><\\/script><p>written</p>')`);
    const written = await aVisitorOn('<!doctype html><title>A site</title><h1>A site</h1><script src="/theirs.js"></script>');
    await written.page.getByText('written', { exact: true }).waitFor();
    await talks(written, 'And now?');
  });

  it('works in a frame of another site, and fills it when it is small', async () => {
    site.put('/framed', page({}, embed));
    const visitor = await aVisitorOn(
      `<!doctype html><title>Outer</title><iframe title="inner" src="${site.origin('inner.test')}/framed" width="420" height="600"></iframe>`,
    );
    const frame = visitor.page.frameLocator('iframe');
    await frame.locator('.launcher').click();
    await frame.locator('.composer textarea').fill('Hello');
    await frame.locator('.composer textarea').press('Enter');
    await frame.getByText('You said Hello').waitFor();
    expect(await frame.locator('.panel').evaluate((panel: any) => panel.getBoundingClientRect().width)).toBe(420);
  });

  it('stays on a single-page site that changes its address and throws its page away', async () => {
    const visitor = await aVisitorOn(page({}, embed));
    await talks(visitor);
    for (const change of [
      `history.pushState({}, '', '/next'); document.body.innerHTML = '<h1>Next</h1>'`,
      `document.body.replaceWith(Object.assign(document.createElement('body'), { innerHTML: '<h1>Turned</h1>' }))`,
      `document.querySelector('baton-widget').remove()`,
      `for (const each of [...document.documentElement.children]) each.remove(); document.documentElement.append(document.createElement('head'), document.createElement('body'))`,
    ]) {
      await visitor.page.evaluate(change);
      await visitor.sees('You said Will it fit?');
    }
    await visitor.write('Still there?');
    await visitor.sees('You said Still there?');
    expect(await visitor.page.locator('baton-widget').count()).toBe(1);
    await visitor.baton('shutdown');
    await eventually(async () => (await visitor.page.locator('baton-widget').count()) === 0);
  });

  it('is there once when it was embedded twice, for the website that came first', async () => {
    const again = await aVisitorOn(page({}, embed + embed));
    await talks(again);
    expect(await again.page.locator('baton-widget').count()).toBe(1);
    // In the order of the page; of two that are `async` either may be the first.
    const first = embed.replace('async ', '');
    const other = await aVisitorOn(page({}, first + first.replace(WEBSITE_KEY, 'wk_other')));
    await talks(other);
    expect(await other.page.locator('baton-widget').count()).toBe(1);
    expect(baton.starts.at(-1)?.websiteKey).toBe(WEBSITE_KEY);
  });

  it('asks nobody but Baton for anything', async () => {
    const hosts = new Set<string>();
    const visitor = await aVisitorOn(page({}, ''));
    visitor.page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await visitor.page.addScriptTag({ url: `${chat}/widget/v1.js` });
    await visitor.baton('boot', { websiteKey: WEBSITE_KEY });
    await talks(visitor);
    expect([...hosts]).toEqual([chat]);
  });
});
