import type { Message } from '#contracts';
import { parseMarkdown, type Inline } from '../markdown.js';
import { authorOf } from '../parts/bubble.js';
import { Icon } from '../parts/icons.js';
import type { Wording } from '../texts/wording.js';

interface PeekProps {
  /** The newest that came while the chat was closed; null keeps the place, so that a screen reader notices what comes into it. */
  readonly message: Message | null;
  readonly wording: Wording;
  readonly onOpen: () => void;
  readonly onHide: () => void;
}

/** What somebody has just said, beside the closed launcher: a reply that one has to go and look for is a reply missed. */
export function Peek({ message, wording, onOpen, onHide }: PeekProps) {
  return (
    <div role="status">
      {message && (
        <div class="peek" key={message.id}>
          <button type="button" onClick={onOpen}>
            <b>{authorOf(message, wording)}</b>
            <span dir="auto">{wordsOf(message.text)}</span>
          </button>
          <button type="button" class="round" aria-label={wording.say('hide')} onClick={onHide}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

/** The words alone, in one line. */
function wordsOf(markdown: string): string {
  const said = (inlines: readonly Inline[]): string => inlines.map((one) => ('text' in one ? one.text : said(one.children))).join('');
  return parseMarkdown(markdown)
    .flatMap((block) => (block.kind === 'code' ? block.text : (block.kind === 'list' ? block.items : block.lines).map(said)))
    .join(' ');
}
