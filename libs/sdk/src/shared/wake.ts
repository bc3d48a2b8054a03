/** Calls back whenever the page may have slept through something; gives back how to stop. */
export type Wake = (woken: () => void) => () => void;

interface Page extends EventTarget {
  readonly document?: EventTarget;
}

const OF_WINDOW = ['focus', 'online', 'pageshow'];

/** Focus, network and the back-forward cache in a browser; never in Node. */
export const wakeOfPage: Wake = (woken) => {
  const page = globalThis as unknown as Page;
  const { document } = page;
  if (!document) return () => undefined;
  const watched: [EventTarget, string][] = [...OF_WINDOW.map((name): [EventTarget, string] => [page, name]), [document, 'visibilitychange']];
  for (const [target, name] of watched) target.addEventListener(name, woken);
  return () => {
    for (const [target, name] of watched) target.removeEventListener(name, woken);
  };
};
