import type { LauncherState, RememberedLook, WidgetOptions } from '../bridge.js';
import css from './launcher.css?inline';

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M20.5 11.6a8 8 0 0 1-11.7 7.1L3.8 20l1.4-4.6a8 8 0 1 1 15.3-3.8Z';
const CHEVRON = 'm6 9.5 6 6 6-6';
/** Until the panel is there and brings the language along. */
const OPEN_CHAT: Readonly<Record<string, string>> = { en: 'Open chat', de: 'Chat öffnen', es: 'Abrir el chat', fr: 'Ouvrir le chat' };
const MOST_SHOWN = 99;

/** The element on the page, and the round button in it. */
export class Launcher {
  readonly root: ShadowRoot;
  private readonly element: HTMLElement;
  private readonly frame = document.createElement('div');
  private readonly button = document.createElement('button');
  private readonly badge = document.createElement('span');

  constructor(options: WidgetOptions, look: RememberedLook | undefined, on: { toggle(): void; prepare(): unknown }) {
    if (!customElements.get('baton-widget')) customElements.define('baton-widget', class extends HTMLElement {});
    this.element = document.createElement('baton-widget');
    this.root = this.element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];

    const { button, badge, frame } = this;
    frame.className = 'baton';
    button.type = 'button';
    button.className = 'launcher';
    badge.className = 'badge';
    badge.ariaHidden = 'true';
    button.append(icon(BUBBLE), icon(CHEVRON), badge);
    button.addEventListener('click', on.toggle);
    // By the time the finger is down, the conversation is half there.
    for (const sign of ['pointerenter', 'focus']) button.addEventListener(sign, on.prepare, { once: true });
    frame.append(button);
    this.root.append(frame);

    const language = (options.locale ?? (document.documentElement.lang || navigator.language)).slice(0, 2);
    this.paint({ open: false, unread: 0, label: OPEN_CHAT[language] ?? OPEN_CHAT['en']! });
    this.allow(options.launcher);
    this.dress({ position: 'right', scheme: 'system', colours: {}, ...look, ...options.theme });
    // A script in the head may run before there is a body.
    (document.body ?? document.documentElement).append(this.element);
  }

  paint({ open, unread, label }: LauncherState): void {
    this.button.ariaExpanded = String(open);
    this.button.ariaLabel = label;
    this.badge.textContent = unread && !open ? (unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread)) : '';
  }

  dress({ position, scheme, colours }: RememberedLook): void {
    Object.assign(this.frame.dataset, { position, scheme });
    for (const [name, value] of Object.entries(colours)) this.frame.style.setProperty(name, value);
  }

  /** Whether the site wants the button at all. */
  allow(wanted = true): void {
    this.button.hidden = !wanted;
  }

  focus(): void {
    this.button.focus();
  }

  remove(): void {
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
