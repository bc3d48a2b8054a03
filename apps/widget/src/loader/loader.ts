import type { GivenOptions } from '../bridge.js';
import type { Widget } from '../site/index.js';
import { standFor } from './standing.js';

type Call = Iterable<unknown>;
interface Baton {
  (...call: unknown[]): void;
  q?: { push(call: Call): void } | Call[];
  /** Set once a loader is at work. */
  v?: 1;
}

const page = window as unknown as { Baton?: Baton & Partial<Node> };
const TAG = 'baton-widget';

function start(script: HTMLScriptElement): void {
  customElements.define(TAG, class extends HTMLElement {});
  const calls: Call[] = [];
  let widget: Widget | undefined;
  let coming: Promise<unknown> | undefined;
  const stand = standFor((verb) => take([verb]));

  const take = (call: Call): void => {
    calls.push(call);
    if (widget) return work(widget);
    const [verb, options] = call;
    // The launcher can stand there before anybody knows what to do when it is pressed.
    if (verb === 'boot' && (options as GivenOptions | undefined)?.websiteKey) stand(options as GivenOptions);
    coming ??= import('../site/index.js').then(
      // `https://chat.example.com/widget/v1.js` → `https://chat.example.com`
      ({ Widget }) => work((widget = new Widget(new URL('..', script.src).href.slice(0, -1), stand))),
      // Most likely there is no network. The next call tries again.
      () => (coming = undefined),
    );
  };
  const work = (widget: Widget): void => {
    for (const [verb, ...args] of calls.splice(0)) widget.act(String(verb), args);
  };

  const before = page.Baton;
  const baton: Baton = (...call) => take(call);
  // Snippets that still hold the old function push here.
  baton.q = { push: take };
  baton.v = 1;
  // The snippet's function is bare until it is called, and an element with our name for its id is only in the way. Anything
  // else belongs to somebody, and data-* attributes do without.
  if (!before || before.nodeType || before.q || (typeof before === 'function' && Object.keys(before).length === 0)) page.Baton = baton;
  if (Array.isArray(before?.q)) before.q.forEach(take);
  const { websiteKey } = script.dataset;
  if (websiteKey) take(['boot', { websiteKey, data: { ...script.dataset } }]);
}

// Not `document.currentScript`: an image with that name would stand in its place.
const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null;
// A second one on the page leaves it to the first.
if (script && !customElements.get(TAG)) start(script);
