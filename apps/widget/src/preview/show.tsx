import { render } from 'preact';
import { Launcher } from '../loader/launcher.js';
import * as extras from '../panel/extras/index.js';
import css from '../panel/panel.css?inline';
import { PanelView, type Acts } from '../panel/parts/panel-view.js';
import { Wording } from '../panel/texts/wording.js';
import { lookOf } from '../site/look.js';
import type { PreviewRequest } from './request.js';
import { stateFor } from './scenes.js';

/** The visitor's own launcher and panel, without a visitor: shown, and doing nothing. */
export class Picture {
  private readonly launcher = new Launcher({}, undefined, { toggle: nothing, prepare: nothing });
  private readonly frame = document.createElement('div');
  private newest: PreviewRequest | null = null;

  constructor() {
    const { root } = this.launcher;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css + extras.css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    root.querySelector('.baton')?.append(this.frame);
  }

  async show(request: PreviewRequest): Promise<void> {
    this.newest = request;
    const wording = await Wording.in(request.locale);
    // While the language was on its way, something newer was asked for.
    if (this.newest !== request) return;
    document.documentElement.dataset['scheme'] = request.scheme;
    this.launcher.dress({ ...lookOf(request.theme), scheme: request.scheme, direction: wording.direction });
    this.launcher.paint({ open: true, unread: 0, label: wording.say('closeChat') });
    this.frame.dir = wording.direction;
    this.frame.lang = wording.locale;
    render(
      <PanelView
        // Another scene is another conversation: it is read from its end.
        key={request.scene}
        open
        news={null}
        state={stateFor(request, new Date())}
        wording={wording}
        greeting={request.theme.greeting}
        avatarUrl={request.theme.avatarUrl}
        extras={extras}
        sound
        full={false}
        draft=""
        notice={null}
        acts={ACTS}
      />,
      this.frame,
    );
  }
}

const ACTS: Acts = {
  open: nothing,
  close: nothing,
  hideNews: nothing,
  write: nothing,
  send: nothing,
  requestPerson: nothing,
  answerOffer: nothing,
  sendAgain: nothing,
  discard: nothing,
  rate: () => Promise.resolve(false),
  leaveContact: () => Promise.resolve(null),
  end: nothing,
  setSound: nothing,
  saveTranscript: nothing,
};

function nothing(): void {}
