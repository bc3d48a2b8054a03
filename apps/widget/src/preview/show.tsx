import { render } from 'preact';
import type { RememberedLook } from '../bridge.js';
import { Launcher } from '../loader/launcher.js';
import { accentColours } from '../panel/colours.js';
import css from '../panel/panel.css?inline';
import { PanelView, type Acts } from '../panel/parts/panel-view.js';
import { Wording } from '../panel/texts/wording.js';
import type { PreviewRequest } from './request.js';
import { stateFor } from './scenes.js';

/** The visitor's own launcher and panel, without a visitor: shown, and doing nothing. */
export class Picture {
  private readonly launcher = new Launcher({ websiteKey: 'preview' }, undefined, { toggle: nothing, prepare: nothing });
  private readonly frame = document.createElement('div');
  private newest: PreviewRequest | null = null;

  constructor() {
    const { root } = this.launcher;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    root.querySelector('.baton')?.append(this.frame);
  }

  async show(request: PreviewRequest): Promise<void> {
    this.newest = request;
    const wording = await Wording.in(request.locale);
    // While the language was on its way, something newer was asked for.
    if (this.newest !== request) return;
    document.documentElement.dataset['scheme'] = request.scheme;
    this.launcher.dress(lookOf(request));
    this.launcher.paint({ open: true, unread: 0, label: wording.say('closeChat') });
    this.frame.dir = wording.direction;
    this.frame.lang = wording.locale;
    render(
      <PanelView
        // Another scene is another conversation: it is read from its end.
        key={request.scene}
        open
        state={stateFor(request, new Date())}
        wording={wording}
        greeting={request.theme.greeting}
        draft=""
        notice={null}
        acts={ACTS}
      />,
      this.frame,
    );
  }
}

function lookOf({ theme, scheme }: PreviewRequest): RememberedLook {
  return { position: theme.position, scheme, colours: accentColours(theme.accent) };
}

const ACTS: Acts = {
  close: nothing,
  write: nothing,
  send: nothing,
  requestPerson: nothing,
  sendAgain: nothing,
  discard: nothing,
  rate: () => Promise.resolve(false),
  leaveContact: () => Promise.resolve(false),
};

function nothing(): void {}
