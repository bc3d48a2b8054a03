import { Widget } from './widget.js';

type Call = [verb: string, ...args: unknown[]];
interface Baton {
  (...call: Call): void;
  q?: { push(call: ArrayLike<unknown>): void } | ArrayLike<unknown>[];
  /** Set once a loader is at work, so that a second one on the page leaves it alone. */
  v?: 1;
}

const page = window as unknown as { Baton?: Baton };

/** `https://chat.example.com/widget/v1.js` → `https://chat.example.com` */
function whereBatonRuns(script: HTMLScriptElement): string {
  return new URL('..', script.src).href.slice(0, -1);
}

function start(script: HTMLScriptElement): void {
  const waiting = page.Baton?.q;
  const widget = new Widget(whereBatonRuns(script));
  const call = (call: ArrayLike<unknown>): void => {
    const [verb, ...args] = Array.from(call) as Call;
    widget.act(verb, args);
  };
  const baton: Baton = (...args) => call(args);
  baton.v = 1;
  // Snippets that still hold the old function push here.
  baton.q = { push: call };
  page.Baton = baton;
  if (Array.isArray(waiting)) waiting.forEach(call);
  const { websiteKey } = script.dataset;
  if (websiteKey) widget.act('boot', [{ ...script.dataset, websiteKey, launcher: script.dataset['launcher'] !== 'false' }]);
}

const script = document.currentScript as HTMLScriptElement | null;
if (script && !page.Baton?.v) start(script);
