import type { GivenOptions, LauncherState, RememberedLook } from '../bridge.js';
import css from './launcher.css?inline';

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M20.5 11.6a8 8 0 0 1-11.7 7.1L3.8 20l1.4-4.6a8 8 0 1 1 15.3-3.8Z';
const CHEVRON = 'm6 9.5 6 6 6-6';
const MOST_SHOWN = 99;

type Wanted = Pick<GivenOptions, 'launcher' | 'data'>;

/** The element on the page, and the round button in it. It shows itself once it knows how it should look. */
export class Launcher {
  readonly root: ShadowRoot;
  private readonly element = document.createElement('baton-widget');
  private readonly frame = document.createElement('div');
  private readonly button = document.createElement('button');
  private readonly badge = document.createElement('span');
  private readonly watch: MutationObserver;
  private wanted = true;

  constructor(options: Wanted, look: RememberedLook | undefined, on: { toggle(): void; prepare(): unknown }) {
    this.root = this.element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];

    const { button, badge, frame, element } = this;
    frame.className = 'baton';
    button.type = 'button';
    button.className = 'launcher';
    button.hidden = true;
    button.ariaHasPopup = 'dialog';
    badge.className = 'badge';
    badge.ariaHidden = 'true';
    button.append(icon(BUBBLE), icon(CHEVRON), badge);
    button.addEventListener('click', on.toggle);
    for (const sign of ['pointerenter', 'focus']) button.addEventListener(sign, on.prepare, { once: true });
    frame.append(button);
    this.root.append(frame);

    this.allow(options);
    this.paint({ open: false, unread: 0, label: 'Chat' });
    if (look) this.dress(look);
    // Beside the body: pages put effects on their body that move what is fixed in it, and replace it whole.
    const page = document.documentElement;
    const stand = (): unknown => element.isConnected || page.append(element);
    stand();
    this.watch = new MutationObserver(stand);
    this.watch.observe(page, { childList: true });
  }

  paint({ open, unread, label }: LauncherState): void {
    this.button.ariaExpanded = String(open);
    this.button.ariaLabel = label;
    this.badge.textContent = unread && !open ? (unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread)) : '';
  }

  dress({ position, scheme, colours, direction, label }: RememberedLook): void {
    const { frame, button } = this;
    Object.assign(frame.dataset, { position, scheme });
    frame.dir = direction ?? 'ltr';
    for (const name of ['--accent', '--accent-ink', '--accent-soft']) frame.style.setProperty(name, colours[name] ?? '');
    if (label && !this.badge.textContent && button.ariaExpanded === 'false') button.ariaLabel = label;
    button.hidden = !this.wanted;
  }

  /** Whether the site wants the button at all. */
  allow({ launcher, data }: Wanted): void {
    this.wanted = launcher ?? data?.['launcher'] !== 'false';
    // Before it is dressed, it waits.
    if (this.frame.dir) this.button.hidden = !this.wanted;
  }

  get shown(): boolean {
    return !this.button.hidden;
  }

  focus(): void {
    this.button.focus();
  }

  remove(): void {
    this.watch.disconnect();
    this.element.remove();
  }
}

function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
